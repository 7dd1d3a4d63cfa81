import { element, find } from '../../look/dom.js';
import { setChange, setShown, setText } from '../dom.js';
import { percentage } from '../tiles/change.js';

/**
 * The title row: the moment that is looked at with its figures, so that nothing covers the data; without one the range.
 * @param {HTMLElement} root
 */
export function createReading(root) {
  const row = find('[data-reading]', HTMLElement, root);
  const parts = { when: element('span'), now: element('b'), then: element('span'), change: element('span', { class: 'moved' }) };
  row.append(...Object.values(parts));
  return {
    /** @param {string} name of the range */
    rest(name) {
      root.removeAttribute('data-chosen');
      setText(parts.when, name);
      for (const part of [parts.now, parts.then, parts.change]) setText(part, '');
    },

    /** @param {string} when @param {string} now @param {string} then @param {{ value: number | null, before: number | null }} figure for the change, where there is one */
    show(when, now, then, { value, before }) {
      root.setAttribute('data-chosen', '');
      setText(parts.when, when);
      setText(parts.now, now);
      setText(parts.then, then);
      if (value !== null && before !== null) setChange(parts.change, percentage({ value, before }));
      else setText(parts.change, '');
    },

    /** @param {boolean} compared */
    compare(compared) {
      for (const key of root.querySelectorAll('[data-compared]')) setShown(/** @type {HTMLElement} */ (key), compared);
    },
  };
}
