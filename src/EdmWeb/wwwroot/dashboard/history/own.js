import { find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { dateOf, midnight, wallOf } from './zone.js';

/**
 * A range of one's own: two days, both in it, in a popover.
 * @param {(range: { from: string, to: string }) => void} choose
 * @returns {(period: import('./period.js').Period, active: boolean, now: number) => void}
 */
export function createOwnRange(choose) {
  const form = find('[data-own]', HTMLFormElement);
  const button = find('[popovertarget="own-range"]', HTMLButtonElement);
  const [from, to] = ['from', 'to'].map((name) => find(`[name="${name}"]`, HTMLInputElement, form));
  const wrong = find('[data-wrong]', HTMLElement, form);
  let dates = ['', ''];

  form.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    [from.value, to.value] = dates;
    setText(wrong, '');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (midnight(from.value) > midnight(to.value)) return setText(wrong, 'The first day lies after the last.');
    choose({ from: from.value, to: to.value });
    form.hidePopover();
  });

  return (period, active, now) => {
    dates = period.dates.map(dateOf);
    const today = dateOf(wallOf(now, period.zone));
    for (const field of [from, to]) setAttribute(field, 'max', today);
    button.toggleAttribute('data-active', active);
  };
}
