import { cart } from './views/cart.js';
import { checkout } from './views/checkout.js';
import { home } from './views/home.js';
import { missing } from './views/missing.js';
import { privacy } from './views/privacy.js';
import { product } from './views/product.js';
import { search } from './views/search.js';
import { section } from './views/section.js';
import { thanks } from './views/thanks.js';

/** @typedef {(shop: import('./shop.js').Shop, address: URL, left: AbortSignal) => import('./router.js').View} Show */

/** @type {Record<string, Show>} */
const places = { '/': home, '/search': search, '/cart': cart, '/checkout': checkout, '/thanks': thanks, '/privacy': privacy };

/** What an address shows; the server knows the same ones, and answers any other with 404. @type {Show} */
export const view = (shop, address, left) => {
  const path = address.pathname.replace(/(?<=.)\/$/, '');
  const [, first, second, ...rest] = path.split('/');
  const found = first === 'p' && rest.length === 0 ? shop.catalogue.find(second ?? '') : undefined;
  if (found) return product(found, shop);
  if (second === undefined && shop.catalogue.categories.includes(first)) return section(first, shop);
  return (places[path] ?? missing)(shop, address, left);
};
