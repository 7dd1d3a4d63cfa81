import { showCart } from './cart-list.js';
import { Cart } from './cart.js';
import { Catalogue } from './catalogue.js';
import { showCorner } from './corner.js';
import { details } from './details.js';
import { find, say } from './dom.js';
import { productAdded, productClicked } from './events.js';
import { showSections } from './sections.js';

/** @typedef {import('./catalogue.js').Product} Product */

showCorner();
try {
  openShop(await Catalogue.read());
} catch (reason) {
  console.error(reason);
  find('#trouble', HTMLElement).hidden = false;
}

/** @param {Catalogue} catalogue */
function openShop(catalogue) {
  const cart = new Cart(catalogue);
  /** @param {Product} product */
  const add = (product) => {
    cart.add(product);
    productAdded(product);
    say(`${product.name} added. Items in the cart: ${cart.count}.`);
  };
  const show = details(catalogue, add);
  showSections(catalogue, { add, open: (product) => { productClicked(product); show(product); } });
  showCart(cart);

  for (const opener of document.querySelectorAll('[data-open]')) {
    const product = catalogue.find(opener.getAttribute('data-open') ?? '');
    if (product) opener.addEventListener('click', () => show(product));
  }
}
