/**
 * @typedef {object} Product
 * @property {string} id
 * @property {string} name
 * @property {string} category kits, brewers, kettles, grinders, beans or accessories
 * @property {number} price
 * @property {string} currency ISO 4217; the shop has one
 * @property {string} drawing a symbol of drawings.svg
 * @property {string} blurb
 * @property {string} [short] what it is called in the list of a kit
 * @property {string[]} [contents] of a kit: ids
 * @property {Record<string, string>} [details] of a piece
 * @property {Measures} [measures] of a piece
 * @property {Note[]} [notes] of a piece
 */

/**
 * Where the dimension lines of a drawing stand, in its own units, and what they say.
 * @typedef {{ base: [number, number], width: number, top: number, side: number, height: number }} Measures
 *   base: left and right of what stands on the counter; side: where the line of the height stands; width, height: cm
 * @typedef {{ at: [number, number], to: [number, number], text: string }} Note a dot on the drawing, and where its words begin
 */

/** @typedef {import('./money.js').Line} Line */

/** What the shop sells, in the order of products.json. */
export class Catalogue {
  /** @param {Product[]} products */
  constructor(products) {
    this.products = products;
    this.kits = products.filter(({ category }) => category === 'kits');
    this.gear = products.filter(({ category }) => category !== 'kits');
    this.categories = [...new Set(products.map(({ category }) => category))];
  }

  static async read() {
    const answer = await fetch('/storefront/products.json');
    if (!answer.ok) throw new Error(`The catalogue was answered with ${answer.status}.`);
    return new Catalogue(await answer.json());
  }

  /** @param {string} id @returns {Product | undefined} */
  find(id) {
    return this.products.find((product) => product.id === id);
  }

  /** @param {unknown} stored @returns {Line[]} whatever was stored, only what the shop sells comes back */
  lines(stored) {
    return (Array.isArray(stored) ? stored : []).flatMap((entry) => {
      const { id, quantity } = Object(entry);
      const product = this.find(id);
      return product && Number.isSafeInteger(quantity) && quantity > 0 ? { product, quantity } : [];
    });
  }

  /** @param {string} category */
  of(category) {
    return this.products.filter((product) => product.category === category);
  }

  /** @param {string} text @returns {Product[]} those that have each of its words, in the name, the category or the blurb */
  search(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return words.length === 0 ? [] : this.products.filter(({ name, category, blurb }) => {
      const all = `${name} ${category} ${blurb}`.toLowerCase();
      return words.every((word) => all.includes(word));
    });
  }

  /** @param {Product} kit */
  contents(kit) {
    return (kit.contents ?? []).flatMap((id) => this.find(id) ?? []);
  }

  /** @param {Product} kit @returns {string} Kettle, dripper, beans */
  inShort(kit) {
    const list = this.contents(kit).map(({ short, name }) => short ?? name).join(', ');
    return list.charAt(0).toUpperCase() + list.slice(1);
  }

  /** @param {Product} product @returns {Product[]} the kits that it comes in */
  kitsWith({ id }) {
    return this.kits.filter(({ contents }) => contents?.includes(id));
  }

  /** @param {Product} product @returns {Product[]} three: what it shares a kit with, then the rest of its kind, then anything */
  goesWith(product) {
    const near = product.contents ? this.kits : [
      ...this.kitsWith(product).flatMap((kit) => this.contents(kit)), ...this.of(product.category), ...this.gear];
    return [...new Set(near)].filter((other) => other !== product).slice(0, 3);
  }
}
