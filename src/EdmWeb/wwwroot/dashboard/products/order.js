import { setAttribute } from '../dom.js';

/** @typedef {import('./products.js').Ranked} Ranked */
/** @typedef {'rank' | 'name' | 'views' | 'adds' | 'orders' | 'revenue'} Column */

/** @type {Record<Column, (a: Ranked, b: Ranked) => number>} each rising */
const orders = {
  rank: (a, b) => a.rank - b.rank,
  name: (a, b) => (a.name || a.id).localeCompare(b.name || b.id, 'en'),
  views: (a, b) => a.views - b.views,
  adds: (a, b) => a.adds - b.adds,
  orders: (a, b) => a.orders - b.orders,
  revenue: (a, b) => a.takings - b.takings,
};

/**
 * By which column the table is sorted: a press sorts by it, figures falling first, a second one turns it round.
 * @param {HTMLElement} head @param {() => void} changed
 */
export function createOrder(head, changed) {
  /** @type {Column} */ let by = 'revenue';
  let falling = true;
  const buttons = [...head.querySelectorAll('button')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const column = /** @type {Column} */ (button.dataset.sort);
      falling = column === by ? !falling : column !== 'rank' && column !== 'name';
      by = column;
      for (const other of buttons) {
        const head = /** @type {HTMLElement} */ (other.parentElement);
        if (other === button) setAttribute(head, 'aria-sort', falling ? 'descending' : 'ascending');
        else head.removeAttribute('aria-sort');
      }
      changed();
    });
  }
  return {
    /** @param {Ranked[]} products those that are alike stay in the order of their ranks */
    sorted: (products) => products.toSorted((a, b) => (falling ? orders[by](b, a) : orders[by](a, b)) || a.rank - b.rank),
  };
}
