import { element } from '../look/dom.js';
import { drawing, icon } from './drawings.js';
import { productAdded, productClicked } from './events.js';
import { price } from './money.js';
import { say } from './say.js';

/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {import('./shop.js').Shop} Shop */

/**
 * One product in a grid. The name is the one link to it, and is stretched over the card, so that the drawing is no
 * second stop for the keyboard.
 * @param {Product} product @param {Shop} shop @param {'h2' | 'h3'} level of its name
 */
export function card(product, shop, level = 'h3') {
  const note = shop.catalogue.inShort(product);
  const open = element('a', { href: `/p/${product.id}`, class: 'card-open', 'data-edm-click': 'see-details' }, product.name);
  open.addEventListener('click', () => productClicked(product));
  const add = element('button', {
    type: 'button', class: 'button card-add', 'data-edm-click': 'add-to-cart', 'aria-label': `Add ${product.name} to the cart`,
  }, icon('plus'));
  add.addEventListener('click', () => addToCart(product, 1, shop));
  return element('li', { class: 'card', 'data-edm-product': product.id },
    element('span', { class: 'plate' }, drawing(product.drawing)),
    element(level, { class: 'card-name' }, open),
    ...(note ? [element('p', { class: 'note card-note' }, note)] : []),
    element('p', { class: 'price' }, price(product)),
    add);
}

/** @param {Product} product @param {number} quantity @param {Shop} shop */
export function addToCart(product, quantity, { cart }) {
  const added = cart.change(product, quantity);
  if (added === 0) return say(`There is as much of ${product.name} in the cart as the shop sells at once.`);
  productAdded(product, added);
  say(`${product.name} added. Items in the cart: ${cart.count}.`);
}

/** @param {Product} product a small picture with its name and price, leading to it */
export const smallCard = (product) => element('li', { class: 'small-card', 'data-edm-product': product.id },
  element('span', { class: 'thumbnail' }, drawing(product.drawing)),
  element('p', {}, element('a', { href: `/p/${product.id}`, class: 'card-open', 'data-edm-click': 'goes-with-it' }, product.name),
    element('span', { class: 'small-price' }, price(product))));
