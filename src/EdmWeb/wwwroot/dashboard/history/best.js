import { find } from '../../look/dom.js';
import { setAttribute, setProperty, setShown, setText } from '../dom.js';
import { UNKNOWN, count } from '../format.js';
import { drawingsOf } from '../products/drawings.js';
import { amountText } from './words.js';

/** @typedef {import('./answers.js').Answers} Answers */
/** @typedef {import('./answers.js').Sort} Sort */

const ROW = 29;
const HEAD = 24;

/**
 * The products that brought most in the range. Which ten they are depends on what they are sorted by, so the service sorts.
 * @param {(sort: Sort) => void} choose
 * @returns {(answers: Answers) => void}
 */
export function createBest(choose) {
  const root = find('[data-past-panel="products"]', HTMLElement);
  const none = find('[data-none]', HTMLElement, root);
  const body = find('tbody', HTMLTableSectionElement, root);
  const template = find('template', HTMLTemplateElement, root);
  const heads = [...root.querySelectorAll('[data-sort]')];
  /** @type {Answers | null} */ let shown = null;
  const drawings = drawingsOf(() => { if (shown) draw(shown); });

  for (const head of heads) {
    head.addEventListener('click', () => {
      for (const other of heads) other.parentElement?.removeAttribute('aria-sort');
      head.parentElement?.setAttribute('aria-sort', 'descending');
      choose(/** @type {Sort} */ (head.getAttribute('data-sort')));
    });
  }
  let most = 10;
  const add = () => {
    body.append(template.content.cloneNode(true));
    return body.rows[body.rows.length - 1];
  };
  const draw = (/** @type {Answers} */ answers) => {
    const { products, currency } = answers;
    const items = products.items.slice(0, most);
    shown = answers;
    setShown(none, items.length === 0);
    const richest = Math.max(0, ...items.map(({ revenue }) => revenue));
    while (body.rows.length > items.length) body.deleteRow(-1);
    items.forEach(({ key, name, orders, revenue }, index) => {
      const row = body.rows[index] ?? add();
      const [product, sold, takings] = row.cells;
      setAttribute(row, 'data-key', key);
      drawings.put(product.children[0], key);
      setText(product.children[1], name || key);
      setText(sold, count(orders));
      setText(takings.children[1], currency === null ? UNKNOWN : amountText(revenue, currency));
      setProperty(row, '--share', `${richest > 0 ? ((100 * revenue) / richest).toFixed(1) : 0}%`);
    });
  };

  // As many as have room: no half row is shown.
  new ResizeObserver(([{ contentRect }]) => {
    const fit = Math.min(10, Math.max(1, Math.floor((contentRect.height - HEAD) / ROW)));
    if (fit === most) return;
    most = fit;
    if (shown) draw(shown);
  }).observe(find('.room', HTMLElement, root));
  return draw;
}
