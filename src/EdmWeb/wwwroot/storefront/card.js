import { element } from './dom.js';
import { drawing, icon } from './drawings.js';
import { price } from './money.js';

/** @typedef {import('./catalogue.js').Product} Product */

/**
 * One product in a grid. The name is the one control that opens it, and is stretched over the card, so that the drawing is no
 * second stop for the keyboard.
 * @param {Product} product @param {string} note under the name, if there is one
 * @param {{ open: (product: Product) => void, add: (product: Product) => void }} on
 */
export function card(product, note, on) {
  const open = element('button', {
    type: 'button', class: 'card-open', 'data-edm-click': 'see-details', 'aria-haspopup': 'dialog',
  }, product.name);
  const add = element('button', {
    type: 'button', class: 'button card-add', 'data-edm-click': 'add-to-cart', 'aria-label': `Add ${product.name} to the cart`,
  }, icon('plus'));
  open.addEventListener('click', () => on.open(product));
  add.addEventListener('click', () => on.add(product));
  return element('li', { class: 'card', 'data-edm-product': product.id },
    element('span', { class: 'plate' }, drawing(product.drawing)),
    element('h3', { class: 'card-name' }, open),
    ...(note ? [element('p', { class: 'note card-note' }, note)] : []),
    element('p', { class: 'price' }, price(product)),
    add);
}
