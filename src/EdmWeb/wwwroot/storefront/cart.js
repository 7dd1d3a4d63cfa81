/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {import('./money.js').Line} Line */

const KEY = 'fix-coffee-cart';

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

  /** @returns {Line[]} oldest first; whatever was stored, only what the shop sells comes back */
  get lines() {
    return this.#stored().flatMap((entry) => {
      const { id, quantity } = Object(entry);
      const product = this.#catalogue.find(id);
      return product && Number.isSafeInteger(quantity) && quantity > 0 ? { product, quantity } : [];
    });
  }

  get count() {
    return this.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  }

  /** @param {Product} product */
  add(product) {
    const lines = this.lines;
    const line = lines.find((line) => line.product === product);
    if (line) line.quantity += 1;
    else lines.push({ product, quantity: 1 });
    this.#keep(lines);
  }

  /** @param {Product} product @returns {number} how many went */
  remove(product) {
    const lines = this.lines;
    const gone = lines.find((line) => line.product === product);
    if (gone) this.#keep(lines.filter((line) => line !== gone));
    return gone?.quantity ?? 0;
  }

  /** @returns {unknown[]} */
  #stored() {
    try {
      const stored = JSON.parse(this.#unkept ?? localStorage.getItem(KEY) ?? '[]');
      return Array.isArray(stored) ? stored : [];
    } catch {
      return [];
    }
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
