import { find } from '../../look/dom.js';
import { setAttribute, setChange, setParts, setProperty, setText } from '../dom.js';
import { UNKNOWN } from '../format.js';
import { calm } from '../live/calm.js';
import { createSparkline } from './sparkline.js';

/** @typedef {import('../live/frame.js').Frame} Frame */

/**
 * What a tile says about a frame.
 * @typedef {object} Reading
 * @property {string} figure
 * @property {string} [cents] what stands behind the figure where there is room for it
 * @property {string} unit
 * @property {import('../dom.js').Change} change against the window before
 * @property {(number | null)[]} series for the sparkline
 * @property {(number | null)[]} before the same of the window before, where it is known
 * @property {string} explanation what, over which window, from which events
 */

/** @type {Reading} */
const nothing = {
  figure: UNKNOWN, unit: '', change: { direction: 'none', text: '' }, series: [], before: [], explanation: 'No event has been counted yet.',
};

/** From how many characters on a figure has no room for its unit, and from how many on none for its size. */
const LONG = 10;
const LONGER = 12;

/**
 * A tile: the figure in its fixed box, the change (or the figure's age when it is old), the sparkline, the explanation.
 * @param {string} name of data-tile
 * @param {(frame: Frame) => Reading} read
 * @param {(svg: SVGSVGElement) => (series: (number | null)[], before: (number | null)[]) => void} sparklineOf
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createTile(name, read, sparklineOf = createSparkline) {
  const root = find(`[data-tile="${name}"]`, HTMLElement);
  const figure = find('.figure', HTMLElement, root);
  const change = find('[data-change]', HTMLElement, root);
  const explanation = find('[data-explanation]', HTMLElement, root);
  const sparkline = sparklineOf(find('svg.spark', SVGSVGElement, root));
  /** @type {Frame | null | undefined} */ let drawn;
  let reading = nothing;
  const drawRest = calm(() => {
    setText(explanation, reading.explanation);
    sparkline(reading.series, reading.before);
  });

  return (view) => {
    const { frame, status } = view;
    if (frame !== drawn) {
      drawn = frame;
      reading = frame ? read(frame) : nothing;
      setParts(figure, [['data-figure', reading.figure], ['data-cents', reading.cents ?? ''], ['data-unit', reading.unit]]);
      setAttribute(root, 'data-length', lengthOf(reading));
    }
    drawRest(view);
    const current = status.old === '' && status.name !== 'rebuilding';
    setChange(change, current ? reading.change : { direction: 'none', text: status.old });
    setProperty(root, '--progress', `${Math.round(status.progress * 100)}%`);
  };
}

/** @param {Reading} reading */
function lengthOf({ figure, cents = '' }) {
  const characters = figure.length + cents.length;
  return characters < LONG ? 'short' : characters < LONGER ? 'long' : 'longer';
}
