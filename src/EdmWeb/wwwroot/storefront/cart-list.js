import { element, find, say } from './dom.js';
import { drawing, icon } from './drawings.js';
import { cartViewed, productRemoved } from './events.js';
import { price, total } from './money.js';

/** @typedef {import('./cart.js').Cart} Cart */
/** @typedef {import('./money.js').Line} Line */

/** The count in the header, and the popover that it opens: the browser itself opens and closes that one. @param {Cart} cart */
export function showCart(cart) {
  const popover = find('#cart', HTMLElement);
  const update = () => render(cart, popover);
  cart.addEventListener('change', update);
  popover.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === 'open') cartViewed(cart.lines);
  });
  update();
}

/** @param {Cart} cart @param {HTMLElement} popover */
function render(cart, popover) {
  const lines = cart.lines;
  find('.cart-count', HTMLElement).textContent = String(cart.count);
  find('.cart-lines', HTMLElement, popover).replaceChildren(...lines.map((line) => row(line, cart, popover)));
  find('.cart-empty', HTMLElement, popover).hidden = lines.length > 0;
  find('.cart-total', HTMLElement, popover).hidden = lines.length === 0;
  find('.cart-sum', HTMLElement, popover).textContent = total(lines);
}

/** @param {Line} line @param {Cart} cart @param {HTMLElement} popover */
function row({ product, quantity }, cart, popover) {
  const remove = element('button', {
    type: 'button', class: 'icon-button', 'data-edm-click': 'remove-from-cart', 'aria-label': `Remove ${product.name}`,
  }, icon('cross'));
  remove.addEventListener('click', () => {
    const gone = cart.remove(product);
    if (gone) productRemoved(product, gone);
    say(`${product.name} removed from the cart.`);
    // The button went with its row: without a place to go, the keyboard would be back at the top of the page.
    const next = popover.querySelector('.cart-lines button') ?? find('h2', HTMLElement, popover);
    /** @type {HTMLElement} */ (next).focus();
  });
  return element('li', { class: 'cart-line', 'data-edm-product': product.id },
    element('span', { class: 'thumbnail' }, drawing(product.drawing)),
    element('span', { class: 'cart-name' }, product.name,
      element('span', { class: 'note' }, quantity === 1 ? price(product) : `${quantity} × ${price(product)}`)),
    element('span', { class: 'price' }, price(product, quantity)),
    remove);
}
