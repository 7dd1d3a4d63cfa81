import { element } from '../look/dom.js';
import { drawing } from './drawings.js';
import { price, total } from './money.js';

/** @typedef {import('./money.js').Line} Line */

/** What was or will be bought of one product, as an item of a list. @param {Line} line @param {string} className */
export const bought = ({ product, quantity }, className) => element('li', { class: className },
  element('span', { class: 'thumbnail' }, drawing(product.drawing)),
  element('p', { class: 'cart-name' }, product.name, element('span', { class: 'note' }, `${quantity} × ${price(product)}`)),
  element('span', { class: 'price' }, price(product, quantity)));

/** @param {Line[]} lines at least one @param {string} className besides its own */
export const sumOf = (lines, className = '') =>
  element('p', { class: `sum ${className}` }, element('span', {}, 'Total'), element('b', {}, total(lines)));
