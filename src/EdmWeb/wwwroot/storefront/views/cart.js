import { element } from '../../look/dom.js';
import { sumOf } from '../bought.js';
import { MOST } from '../cart.js';
import { drawing, icon } from '../drawings.js';
import { cartViewed, productAdded, productRemoved } from '../events.js';
import { price } from '../money.js';
import { say } from '../say.js';
import { stepper } from '../stepper.js';

/** @typedef {import('../money.js').Line} Line */
/** @typedef {import('../cart.js').Cart} Cart */

/** What is in the cart; it follows what other tabs do. @type {import('../views.js').Show} */
export const cart = ({ cart }, _, left) => {
  const place = element('div', { class: 'cart' });
  const update = () => keepingFocus(place, () => place.replaceChildren(...(cart.count ? full(cart) : empty())));
  cart.addEventListener('change', update, { signal: left });
  update();
  return {
    title: 'Cart · Fix Coffee',
    name: 'cart',
    content: [element('h1', { tabindex: '-1' }, 'Cart'), place],
    shown: () => cartViewed(cart.lines),
  };
};

const empty = () => [
  element('p', { class: 'lead' }, 'Nothing in it yet.'),
  element('a', { class: 'button', href: '/kits', 'data-edm-click': 'empty-cart-kits' }, 'Browse kits'),
];

/** @param {Cart} cart */
const full = (cart) => [
  element('ul', { class: 'cart-lines' }, ...cart.lines.map((line) => row(line, cart))),
  element('div', { class: 'cart-end' },
    sumOf(cart.lines),
    element('a', { class: 'button button-primary', href: '/checkout', 'data-edm-click': 'checkout' }, 'Check out'),
    element('p', { class: 'note' }, 'A demo shop: nothing is charged and nothing is shipped.')),
];

/** @param {Line} line @param {Cart} cart */
function row({ product, quantity }, cart) {
  /** @param {number} by */
  const change = (by) => {
    const changed = cart.change(product, by);
    if (changed > 0) productAdded(product, changed);
    if (changed < 0) productRemoved(product, -changed);
    say(`${product.name}: ${quantity + changed}. Items in the cart: ${cart.count}.`);
  };
  const steps = stepper(product.name, change);
  steps.show(quantity, 1, MOST);
  const remove = element('button', {
    type: 'button', class: 'icon-button', 'data-edm-click': 'remove-from-cart', 'aria-label': `Remove ${product.name}`,
  }, icon('cross'));
  remove.addEventListener('click', () => change(-quantity));
  return element('li', { class: 'cart-line', 'data-edm-product': product.id },
    element('span', { class: 'thumbnail' }, drawing(product.drawing)),
    element('p', { class: 'cart-name' }, element('a', { href: `/p/${product.id}`, 'data-edm-click': 'see-details' }, product.name),
      element('span', { class: 'note' }, price(product))),
    steps.node,
    element('span', { class: 'price' }, price(product, quantity)),
    remove);
}

/** The rows are made anew: the keyboard stays at the same button, or goes to the next row. @param {HTMLElement} place @param {() => void} change */
function keepingFocus(place, change) {
  const active = document.activeElement;
  const held = active instanceof HTMLElement && place.contains(active) ? active : undefined;
  const product = held?.closest('[data-edm-product]')?.getAttribute('data-edm-product');
  change();
  if (!held) return;
  const same = place.querySelector(`[data-edm-product="${product}"] [data-edm-click="${held.dataset.edmClick}"]:not(:disabled)`)
    ?? place.querySelector('.cart-line button:not(:disabled)') ?? document.querySelector('#view h1');
  if (same instanceof HTMLElement) same.focus();
}
