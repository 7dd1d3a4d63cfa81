import { find } from '../../look/dom.js';
import { setAttribute } from '../dom.js';

const WIDTH = 100;
const HEIGHT = 28;
const HEADROOM = 2;

/**
 * A line of 100 x 28 that its SVG stretches; colours are the style sheet's, so a theme or a state costs nothing here.
 * @param {SVGSVGElement} svg
 * @returns {(series: (number | null)[], before: (number | null)[]) => void}
 */
export function createSparkline(svg) {
  const part = (/** @type {string} */ name) => find(`.spark-${name}`, SVGPathElement, svg);
  const [line, area, end, ghost] = ['line', 'area', 'end', 'before'].map(part);
  return (series, before) => {
    const y = heights([...series, ...before]);
    const runs = runsOf(series, y);
    const runsBefore = before.some((value) => value !== null && value > 0) ? runsOf(before, y) : [];
    const last = runs.at(-1)?.at(-1);
    setAttribute(line, 'd', lineAlong(runs));
    setAttribute(area, 'd', runs.map((run) => `M${run.join('L')}V${HEIGHT}H${run[0].split(' ')[0]}Z`).join(''));
    setAttribute(end, 'd', last ? `M${last}h0` : '');
    setAttribute(ghost, 'd', lineAlong(runsBefore));
  };
}

/** @param {string[][]} runs */
const lineAlong = (runs) => runs.map((run) => `M${run.join('L')}${run.length === 1 ? 'h0' : ''}`).join('');

/**
 * The scale begins at 0 unless the line would be a flat one far above it; even then a change of a few percent stays small.
 * @param {(number | null)[]} values
 */
function heights(values) {
  const known = values.filter((value) => value !== null);
  const top = Math.max(1, ...known);
  const low = Math.min(top, ...known);
  const floor = Math.max(0, low - Math.max(top - low, 0.3 * top) / 4);
  return (/** @type {number} */ value) => HEIGHT - ((value - floor) / (top - floor)) * (HEIGHT - HEADROOM);
}

/**
 * The points, cut where nobody counted.
 * @param {(number | null)[]} values @param {(value: number) => number} y
 */
function runsOf(values, y) {
  /** @type {string[][]} */ const runs = [];
  const step = WIDTH / Math.max(1, values.length - 1);
  values.forEach((value, index) => {
    if (value === null) return;
    if (index === 0 || values[index - 1] === null) runs.push([]);
    runs.at(-1)?.push(`${(index * step).toFixed(1)} ${y(value).toFixed(1)}`);
  });
  return runs;
}
