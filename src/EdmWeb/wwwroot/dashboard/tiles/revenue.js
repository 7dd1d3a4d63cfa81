import { element, find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { UNKNOWN, count } from '../format.js';
import { isCurrency, money, moneyParts } from '../money.js';
import { createBars, gathered } from './bars.js';
import { percentage } from './change.js';
import { createTile } from './tile.js';

/** @typedef {import('../live/frame.js').Revenue} Revenue */

/**
 * The tile shows the currency that most orders are in; the others are in its explanation, each for itself, and a button
 * beside the figure says how many.
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createRevenue() {
  const draw = createTile('revenue', ({ revenue, figures, traffic, window }) => {
    const main = revenue.find(({ currency }) => isCurrency(currency));
    const { whole, cents, code } = main ? moneyParts(main.revenue, main.currency)
      : { whole: figures.orders.value === 0 ? '0' : UNKNOWN, cents: '', code: '' };
    return {
      figure: whole, cents, unit: code,
      change: main ? percentage({ value: main.revenue, before: main.before }) : { direction: 'none', text: '' },
      series: main ? gathered(main.series, traffic) : [],
      before: [],
      explanation: `The totals of order_completed in the last ${window} minutes, each order_id once, each currency for itself.`,
    };
  }, createBars);
  const root = find('[data-tile="revenue"]', HTMLElement);
  const more = find('[data-more]', HTMLButtonElement, root);
  const list = find('[data-currencies]', HTMLElement, root);
  /** @type {import('../live/frame.js').Frame | null} */ let drawn = null;

  return (view) => {
    draw(view);
    if (view.frame === drawn) return;
    drawn = view.frame;
    const currencies = drawn?.revenue ?? [];
    more.toggleAttribute('data-none', currencies.length < 2);
    const others = `+ ${Math.max(0, currencies.length - 1)}`;
    setText(more, others);
    setAttribute(more, 'aria-label', `${others} in other currencies`);
    while (list.childElementCount > currencies.length) list.lastElementChild?.remove();
    while (list.childElementCount < currencies.length) list.append(element('li'));
    currencies.forEach((entry, index) => setText(list.children[index], saying(entry)));
  };
}

/** @param {Revenue} entry */
function saying({ currency, revenue, before, orders, average }) {
  const many = `${count(orders)} ${orders === 1 ? 'order' : 'orders'}`;
  return isCurrency(currency)
    ? `${currency} ${money(revenue, currency)}: ${many}, ${money(average, currency)} each; ${money(before, currency)} before`
    : `Without a currency: ${many}, of which no revenue is known`;
}
