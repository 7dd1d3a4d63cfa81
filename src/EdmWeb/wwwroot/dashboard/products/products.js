import { find } from '../../look/dom.js';
import { setAttribute, setProperty, setShown, setText } from '../dom.js';
import { UNKNOWN, figure } from '../format.js';
import { isCurrency, money, moneyParts } from '../money.js';
import { drawingsOf } from './drawings.js';
import { createOrder } from './order.js';

/** @typedef {import('../live/frame.js').Frame} Frame */
/** @typedef {import('../live/frame.js').Product} Product */
/** @typedef {Product & { rank: number, takings: number }} Ranked takings: revenue in the currency that products are held against each other by */

const ROW = 33;
const HEAD = 24;

/** The products that brought most: a table that each of its columns sorts. @returns {(view: import('../live/store.js').View) => void} */
export function createProducts() {
  const root = find('[data-panel="products"]', HTMLElement);
  const note = find('[data-note]', HTMLElement, root);
  const empty = find('[data-empty]', HTMLElement, root);
  const limited = find('[data-limited]', HTMLElement, root);
  const room = find('[data-room]', HTMLElement, root);
  const body = find('tbody', HTMLTableSectionElement, root);
  const template = find('template', HTMLTemplateElement, root);
  const order = createOrder(find('thead', HTMLTableSectionElement, root), () => draw());
  const drawings = drawingsOf(() => draw());
  /** @type {Frame | null} */ let frame = null;
  let most = 10;

  const add = () => {
    body.append(template.content.cloneNode(true));
    return body.rows[body.rows.length - 1];
  };

  const draw = () => {
    const { currency: key, top } = frame?.products ?? { currency: null, top: [] };
    const currency = key !== null && isCurrency(key) ? key : null;
    setText(note, frame ? `last ${frame.window} min${currency ? `, ${currency}` : ''}` : '');
    setShown(empty, top.length === 0);
    setShown(limited, frame?.lists.limited.includes('products') ?? false);
    const ranked = top.map((product, index) => ({ ...product, rank: index + 1, takings: (currency && product.revenue[currency]) || 0 }));
    const rows = order.sorted(ranked).slice(0, most);
    const richest = Math.max(0, ...ranked.map(({ takings }) => takings));
    while (body.rows.length > rows.length) body.deleteRow(-1);
    rows.forEach((product, index) => {
      const row = body.rows[index] ?? add();
      const [rank, name, views, adds, orders, revenue] = row.cells;
      if (row.dataset.key !== product.id) row.dataset.key = product.id;
      setText(rank.children[0], String(product.rank));
      move(rank.children[1], product);
      drawings.put(name.children[0], product.id);
      setText(name.children[1], product.name || product.id);
      setText(views, figure(product.views));
      setText(adds, figure(product.adds));
      setText(orders, figure(product.orders));
      setText(revenue.children[1], currency ? amount(product.takings, currency) : UNKNOWN);
      setProperty(row, '--share', `${richest > 0 ? ((100 * product.takings) / richest).toFixed(1) : 0}%`);
    });
  };

  // Where the table has a box of a fixed height, it shows as many products as have room.
  new ResizeObserver(([{ contentRect }]) => {
    const fit = Math.min(10, Math.max(1, Math.floor((contentRect.height - HEAD) / ROW)));
    if (fit === most) return;
    most = fit;
    draw();
  }).observe(room);

  return (view) => {
    if (view.frame === frame) return;
    frame = view.frame;
    draw();
  };
}

/** @param {number} takings @param {string} currency cents as long as there is room for them */
const amount = (takings, currency) => (takings < 1e5 ? money(takings, currency) : moneyParts(takings, currency).whole);

/** @param {Element} cell @param {Ranked} product how many ranks it rose or fell since the window before */
function move(cell, { rank, rankBefore }) {
  const by = rankBefore === null ? null : rankBefore - rank;
  setText(cell, by === null ? 'new' : by === 0 ? '·' : figure(Math.abs(by)));
  setAttribute(cell, 'data-direction', by === null ? 'new' : by === 0 ? 'none' : by > 0 ? 'up' : 'down');
}
