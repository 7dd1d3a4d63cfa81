// Prices are added in cents: 0.1 + 0.2 is not 0.3, and a shop should not find that out.

/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {{ product: Product, quantity: number }} Line */

/** @param {number} amount @param {string} currency */
export const money = (amount, currency) => new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount);

/** @param {Product} product @param {number} quantity */
export const price = (product, quantity = 1) => money(cents(product, quantity) / 100, product.currency);

/** @param {Line[]} lines @returns {string} each currency for itself, never added to another */
export function total(lines) {
  const sums = new Map();
  for (const { product, quantity } of lines) {
    sums.set(product.currency, (sums.get(product.currency) ?? 0) + cents(product, quantity));
  }
  return [...sums].map(([currency, sum]) => money(sum / 100, currency)).join(' + ');
}

/** @param {Product} product @param {number} quantity */
const cents = (product, quantity) => Math.round(product.price * 100) * quantity;
