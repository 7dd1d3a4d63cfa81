import { find } from '../../look/dom.js';
import { setAttribute, setProperty, setText } from '../dom.js';
import { UNKNOWN } from '../format.js';
import { createSparkline } from './sparkline.js';

/** @typedef {import('../live/frame.js').Frame} Frame */
/** @typedef {{ direction: 'up' | 'down' | 'none', text: string }} Change */

/**
 * What a tile says about a frame.
 * @typedef {object} Reading
 * @property {string} figure
 * @property {string} unit
 * @property {Change} change against the window before
 * @property {(number | null)[]} series for the sparkline
 * @property {number[]} before the same of the window before, where it is known
 * @property {string} explanation what, over which window, from which events
 */

/** @type {Reading} */
const nothing = {
  figure: UNKNOWN, unit: '', change: { direction: 'none', text: '' }, series: [], before: [], explanation: 'No event has been counted yet.',
};

/**
 * A tile: the figure in its fixed box, the change (or the figure's age when it is old), the sparkline, the explanation.
 * @param {string} name of data-tile
 * @param {(frame: Frame) => Reading} read
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createTile(name, read) {
  const root = find(`[data-tile="${name}"]`, HTMLElement);
  const figure = find('[data-figure]', HTMLElement, root);
  const unit = find('[data-unit]', HTMLElement, root);
  const change = find('[data-change]', HTMLElement, root);
  const explanation = find('[data-explanation]', HTMLElement, root);
  const sparkline = createSparkline(find('svg.spark', SVGSVGElement, root));
  /** @type {Frame | null | undefined} */ let drawn;
  let reading = nothing;

  return ({ frame, status }) => {
    if (frame !== drawn) {
      drawn = frame;
      reading = frame ? read(frame) : nothing;
      setText(figure, reading.figure);
      setText(unit, reading.unit);
      setText(explanation, reading.explanation);
      sparkline(reading.series, reading.before);
    }
    const current = status.old === '' && status.name !== 'rebuilding';
    setText(change, current ? reading.change.text : status.old);
    setAttribute(change, 'data-direction', current ? reading.change.direction : 'none');
    setProperty(root, '--progress', `${Math.round(status.progress * 100)}%`);
  };
}
