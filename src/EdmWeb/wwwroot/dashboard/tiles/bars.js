import { find } from '../../look/dom.js';
import { setAttribute } from '../dom.js';

const WIDTH = 100;
const HEIGHT = 28;
/** More would be finer than what a screen can show apart. */
const MOST = 64;
const SHARE = 0.68;

/**
 * A sparkline of bars, for what comes piece by piece; the last one is not over and stands by itself.
 * @param {SVGSVGElement} svg
 * @returns {(series: (number | null)[]) => void}
 */
export function createBars(svg) {
  const closed = find('.spark-bars', SVGPathElement, svg);
  const open = find('.spark-open', SVGPathElement, svg);
  return (series) => {
    const bars = series.map((value) => value ?? 0);
    const top = Math.max(1e-9, ...bars);
    const pitch = WIDTH / Math.max(1, bars.length);
    const bar = (/** @type {number} */ value, /** @type {number} */ index) => {
      const height = value > 0 ? Math.max(1, (value / top) * (HEIGHT - 2)) : 0;
      return `M${(index * pitch).toFixed(2)} ${HEIGHT}v${(-height).toFixed(1)}h${(pitch * SHARE).toFixed(2)}v${height.toFixed(1)}Z`;
    };
    const last = bars.length - 1;
    setAttribute(closed, 'd', bars.slice(0, -1).map(bar).join(''));
    setAttribute(open, 'd', last < 0 ? '' : bar(bars[last], last));
  };
}

/**
 * Steps together until there are few enough, those that are together on the clock: so no bar changes because time moved.
 * @param {number[]} counts @param {{ from: number, step: number }} traffic
 */
export function gathered(counts, { from, step }) {
  const size = Math.ceil(counts.length / MOST);
  const skipped = (size - (Math.round(from / step) % size)) % size;
  /** @type {number[]} */ const bars = [];
  counts.slice(skipped).forEach((value, index) => {
    if (index % size === 0) bars.push(value);
    else bars[bars.length - 1] += value;
  });
  return bars;
}
