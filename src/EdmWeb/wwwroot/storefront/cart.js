/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {import('./money.js').Line} Line */

const KEY = 'fix-coffee-cart';

/** The most of one product. */
export const MOST = 20;

/**
 * What is in the cart, kept in this browser and shared by its tabs: it is read again before each change, so that no tab
 * undoes what another one did. Says `change` when it changed, here or there.
 */
export class Cart extends EventTarget {
  #catalogue;
  /** @type {string | null} where a browser keeps nothing, the cart lives as long as the page */
  #unkept = null;

  /** @param {import('./catalogue.js').Catalogue} catalogue */
  constructor(catalogue) {
    super();
    this.#catalogue = catalogue;
    addEventListener('storage', ({ key }) => { if (key === KEY || key === null) this.#changed(); });
  }

  /** @returns {Line[]} oldest first */
  get lines() {
    try {
      return this.#catalogue.lines(JSON.parse(this.#unkept ?? localStorage.getItem(KEY) ?? '[]'));
    } catch {
      return [];
    }
  }

  get count() {
    return this.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  }

  /** @param {Product} product @param {number} change how many more, or fewer @returns {number} how many more there are now, or fewer */
  change(product, change) {
    const lines = this.lines;
    const before = lines.find((line) => line.product === product)?.quantity ?? 0;
    const after = Math.min(Math.max(before + change, 0), MOST);
    if (before === 0 && after > 0) lines.push({ product, quantity: after });
    this.#keep(lines.map((line) => (line.product === product ? { product, quantity: after } : line)).filter(({ quantity }) => quantity > 0));
    return after - before;
  }

  clear() {
    this.#keep([]);
  }

  /** @param {Line[]} lines */
  #keep(lines) {
    const text = JSON.stringify(lines.map(({ product, quantity }) => ({ id: product.id, quantity })));
    try { localStorage.setItem(KEY, text); } catch { this.#unkept = text; }
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
