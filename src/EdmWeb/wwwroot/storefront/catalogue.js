import { total } from './money.js';

/**
 * @typedef {object} Product
 * @property {string} id
 * @property {string} name
 * @property {string} category kits, brewers, kettles, grinders, beans or accessories
 * @property {number} price
 * @property {string} currency ISO 4217
 * @property {string} drawing a symbol of drawings.svg
 * @property {string} blurb
 * @property {string} [short] what it is called in the list of a kit
 * @property {string[]} [contents] of a kit: ids
 */

/** What the shop sells, in the order of products.json. */
export class Catalogue {
  /** @param {Product[]} products */
  constructor(products) {
    this.products = products;
    this.kits = products.filter(({ category }) => category === 'kits');
    this.gear = products.filter(({ category }) => category !== 'kits');
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

  /** @param {Product} kit */
  contents(kit) {
    return (kit.contents ?? []).flatMap((id) => this.find(id) ?? []);
  }

  /** @param {Product} kit @returns {string} Kettle, dripper, beans */
  inShort(kit) {
    const list = this.contents(kit).map(({ short, name }) => short ?? name).join(', ');
    return list.charAt(0).toUpperCase() + list.slice(1);
  }

  /** @param {Product} kit what its contents cost bought one by one */
  onePieceAtATime(kit) {
    return total(this.contents(kit).map((product) => ({ product, quantity: 1 })));
  }
}
