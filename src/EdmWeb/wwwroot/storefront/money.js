// Prices are added in cents: 0.1 + 0.2 is not 0.3, and a shop should not find that out.

/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {{ product: Product, quantity: number }} Line */

/** @param {number} amount @param {string} currency */
export const money = (amount, currency) => new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount);

/** @param {Product} product @param {number} quantity */
export const price = (product, quantity = 1) => money(sum([{ product, quantity }]), product.currency);

/** @param {Line[]} lines @returns {number} in the shop's currency */
export const sum = (lines) => lines.reduce((cents, { product, quantity }) => cents + Math.round(product.price * 100) * quantity, 0) / 100;

/** @param {Line[]} lines at least one @returns {string} */
export const total = (lines) => money(sum(lines), lines[0].product.currency);
