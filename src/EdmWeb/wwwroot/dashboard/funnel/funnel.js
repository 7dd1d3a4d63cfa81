import { find } from '../../look/dom.js';
import { setChange, setParts, setProperty, setText } from '../dom.js';
import { UNKNOWN, figure, percent } from '../format.js';
import { points } from '../tiles/change.js';

/** @typedef {import('../live/frame.js').Frame} Frame */

const STEPS = /** @type {const} */ (['viewed', 'added', 'checkout', 'ordered']);

/** How far visitors came: a bar a step with a tick for the window before, and between two steps how many went on. */
export function createFunnel() {
  const root = find('[data-panel="funnel"]', HTMLElement);
  const steps = STEPS.map((name) => {
    const step = find(`[data-step="${name}"]`, HTMLElement, root);
    const part = (/** @type {string} */ of) => find(`[data-${of}]`, HTMLElement, step);
    const went = step.querySelector('[data-went]');
    return { step, value: part('value'), before: part('before'), went: went && { words: went, change: part('change') } };
  });
  /** @type {Frame | null} */ let drawn = null;

  return (/** @type {import('../live/store.js').View} */ { frame }) => {
    if (frame === drawn) return;
    drawn = frame;
    const readings = STEPS.map((name) => frame?.funnel[name] ?? { value: 0, before: null });
    const most = Math.max(1, ...readings.flatMap(({ value, before }) => [value, before ?? 0]));
    const share = (/** @type {number} */ of) => `${((100 * of) / most).toFixed(1)}%`;
    steps.forEach(({ step, value, before, went }, index) => {
      const reading = readings[index];
      setText(value, frame ? figure(reading.value) : UNKNOWN);
      setProperty(step, '--share', share(reading.value));
      setProperty(step, '--before', share(reading.before ?? 0));
      before.hidden = reading.before === null;
      if (!went) return;
      const from = readings[index - 1];
      const now = shareOf(reading.value, from.value);
      setParts(went.words, [['data-rate', now === null ? UNKNOWN : `${percent(now)} %`], ['data-words', 'go on']]);
      const change = now === null ? null : points({ value: now, before: shareOf(reading.before, from.before) });
      setChange(went.change, change ?? { direction: 'none', text: '' });
    });
  };
}

/** @param {number | null} part @param {number | null} whole @returns {number | null} null where there is nothing to take a share of */
const shareOf = (part, whole) => (part === null || !whole ? null : part / whole);
