// The commerce events of the shop, in Segment's vocabulary. Clicks are not here: the markup declares them (data-edm-click).
import { sum } from './money.js';

/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {import('./money.js').Line} Line */

/** @type {Window & { edm?: { track(type: string, properties: object): void } }} */
const page = window;

/** The shop works the same without its tracker: blocked, switched off, or not there. @param {string} type @param {object} properties */
const track = (type, properties) => page.edm?.track(type, properties);

/** @param {Product} product */
const about = ({ id, name, category, price, currency }) => ({ product_id: id, name, category, price, currency });

/** @param {Line} line */
const bought = ({ product, quantity }) => ({ ...about(product), quantity });

/** @param {Line[]} lines at least one */
const basket = (lines) => ({ total: sum(lines), currency: lines[0].product.currency, products: lines.map(bought) });

const kits = { promotion_id: 'kits', name: 'The same good cup', position: 'home-hero' };
export const promotionViewed = () => track('promotion_viewed', kits);
export const promotionClicked = () => track('promotion_clicked', kits);

/** @param {string} list @param {Product[]} products */
export const listViewed = (list, products) =>
  track('product_list_viewed', { list_id: list, category: list, products: products.map(about) });

/** @param {string} query @param {Product[]} products */
export const productsSearched = (query, products) => track('products_searched', { query, products: products.map(about) });

/** @param {Product} product */
export const productClicked = (product) => track('product_clicked', about(product));

/** @param {Product} product */
export const productViewed = (product) => track('product_viewed', about(product));

/** @param {Product} product @param {number} quantity */
export const productAdded = (product, quantity) => track('product_added', bought({ product, quantity }));

/** @param {Product} product @param {number} quantity */
export const productRemoved = (product, quantity) => track('product_removed', bought({ product, quantity }));

/** @param {Line[]} lines */
export const cartViewed = (lines) => track('cart_viewed', { products: lines.map(bought) });

/** @param {Line[]} lines at least one */
export const checkoutStarted = (lines) => track('checkout_started', basket(lines));

/** @param {number} step */
export const stepViewed = (step) => track('checkout_step_viewed', { step });

/** @param {number} step */
export const stepCompleted = (step) => track('checkout_step_completed', { step });

/** @param {string} id @param {Line[]} lines at least one */
export const orderCompleted = (id, lines) => track('order_completed', { order_id: id, ...basket(lines) });
