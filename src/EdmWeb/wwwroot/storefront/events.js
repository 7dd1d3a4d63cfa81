// The commerce events of this page, in Segment's vocabulary. Clicks are not here: the markup declares them (data-edm-click).

/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {import('./money.js').Line} Line */

/** @type {Window & { edm?: { track(type: string, properties: object): void } }} */
const page = window;

/** The shop works the same without its tracker: blocked, switched off, or not there. @param {string} type @param {object} properties */
const track = (type, properties) => page.edm?.track(type, properties);

/** @param {Product} product */
const about = ({ id, name, category, price, currency }) => ({ product_id: id, name, category, price, currency });

/** @param {Product} product @param {number} quantity */
const line = (product, quantity) => ({ ...about(product), quantity });

/** @param {string} list @param {Product[]} products */
export const listViewed = (list, products) =>
  track('product_list_viewed', { list_id: list, category: list, products: products.map(about) });

/** @param {Product} product */
export const productClicked = (product) => track('product_clicked', about(product));

/** @param {Product} product */
export const productViewed = (product) => track('product_viewed', about(product));

/** @param {Product} product */
export const productAdded = (product) => track('product_added', line(product, 1));

/** @param {Product} product @param {number} quantity */
export const productRemoved = (product, quantity) => track('product_removed', line(product, quantity));

/** @param {Line[]} lines */
export const cartViewed = (lines) =>
  track('cart_viewed', { products: lines.map(({ product, quantity }) => line(product, quantity)) });
