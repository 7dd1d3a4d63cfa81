import { orderCompleted } from './events.js';

/** @typedef {import('./catalogue.js').Catalogue} Catalogue */
/** @typedef {import('./money.js').Line} Line */
/** @typedef {{ id: string, lines: Line[] }} Order */

const KEY = 'fix-coffee-order';
/** @type {string | null} where a browser keeps nothing, the order is known as long as the page lives */
let unkept = null;

/**
 * Orders what is in the cart and empties it. The order is this tab's until it is closed, so that a thank-you page that is
 * loaded again shows it and orders nothing.
 * @param {import('./cart.js').Cart} cart not empty
 */
export function placeOrder(cart) {
  const lines = cart.lines;
  const random = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => (byte % 36).toString(36)).join('');
  const id = `FC-${random.toUpperCase()}`;
  orderCompleted(id, lines);
  const text = JSON.stringify({ id, lines: lines.map(({ product, quantity }) => ({ id: product.id, quantity })) });
  try { sessionStorage.setItem(KEY, text); } catch { unkept = text; }
  cart.clear();
}

/** @param {Catalogue} catalogue @returns {Order | undefined} this tab's newest */
export function lastOrder(catalogue) {
  try {
    const { id, lines } = JSON.parse(unkept ?? sessionStorage.getItem(KEY) ?? '');
    return { id: String(id), lines: catalogue.lines(lines) };
  } catch {
    return undefined;
  }
}
