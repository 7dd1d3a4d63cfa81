import { find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { usualBy } from './choice.js';
import { createOwnRange } from './own.js';
import { whyNot } from './period.js';
import { dayText, yearText } from './steps.js';

/** @typedef {import('./choice.js').Choice} Choice */
/** @typedef {import('./choice.js').By} By */

/** @param {string} name @returns {HTMLInputElement[]} */
const radios = (name) => [...document.querySelectorAll(`[data-choice="${name}"] input`)].filter((input) => input instanceof HTMLInputElement);

/**
 * The row of controls: range, by, compare.
 * @param {(change: Partial<Choice>) => void} choose
 * @returns {(choice: Choice, period: import('./period.js').Period, now: number) => void}
 */
export function createControls(choose) {
  const [ranges, bys] = [radios('range'), radios('by')];
  const compare = find('[data-compare]', HTMLInputElement);
  const dates = find('[data-dates]', HTMLElement);
  const before = find('[data-before-name]', HTMLElement);
  const zoneName = find('[data-zone]', HTMLElement);
  const reasons = find('[data-reasons]', HTMLElement);
  const own = createOwnRange((range) => choose({ last: null, own: range, by: usualBy(null) }));

  for (const input of ranges) {
    input.addEventListener('change', () => {
      const last = /** @type {import('./choice.js').Last} */ (input.value);
      choose({ last, own: null, by: usualBy(last) });
    });
  }
  for (const input of bys) input.addEventListener('change', () => choose({ by: /** @type {By} */ (input.value) }));
  compare.addEventListener('change', () => choose({ compare: compare.checked }));

  return (choice, period, now) => {
    for (const input of ranges) input.checked = input.value === choice.last;
    const impossible = bys.flatMap((input) => {
      const why = whyNot(/** @type {By} */ (input.value), choice, now, period.zone);
      input.checked = input.value === choice.by;
      input.disabled = why !== '';
      if (input.parentElement) setAttribute(input.parentElement, 'title', why);
      return why === '' ? [] : [`Not by ${input.value}: ${why}.`];
    });
    setText(reasons, impossible.join(' '));
    compare.checked = choice.compare;
    setText(before, period.name === '1 day' ? 'the day before' : `the ${period.name} before`);
    setText(dates, datesText(period.dates));
    setText(zoneName, period.zone);
    own(period, choice.own !== null, now);
  };
}

/** @param {[number, number]} dates walls */
function datesText([first, last]) {
  if (first === last) return yearText(last);
  const sameYear = new Date(first).getUTCFullYear() === new Date(last).getUTCFullYear();
  return `${sameYear ? dayText(first) : yearText(first)} – ${yearText(last)}`;
}
