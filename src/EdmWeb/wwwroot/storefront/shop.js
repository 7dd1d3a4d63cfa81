import { find } from '../look/dom.js';
import { Cart } from './cart.js';
import { Catalogue } from './catalogue.js';
import { showCorner } from './corner.js';
import { showHeader } from './header.js';
import { Router } from './router.js';
import { view } from './views.js';

/** @typedef {{ catalogue: Catalogue, cart: Cart, go: Router['go'] }} Shop what every view works with */

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
  const router = new Router((address, left) => view(shop, address, left));
  /** @type {Shop} */
  const shop = { catalogue, cart, go: (address, how) => router.go(address, how) };
  showHeader(cart, shop.go);
  router.start();
}
