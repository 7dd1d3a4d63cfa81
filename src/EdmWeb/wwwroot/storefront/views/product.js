import { element } from '../../look/dom.js';
import { annotated } from '../annotated.js';
import { addToCart, smallCard } from '../card.js';
import { MOST } from '../cart.js';
import { drawing, sharedIcon } from '../drawings.js';
import { productViewed } from '../events.js';
import { price, total } from '../money.js';
import { stepper } from '../stepper.js';

/** @typedef {import('../catalogue.js').Product} Product */
/** @typedef {import('../shop.js').Shop} Shop */

/** One product or kit. @param {Product} product @param {Shop} shop @returns {import('../router.js').View} */
export function product(product, shop) {
  const { name, category, blurb } = product;
  return {
    title: `${name} · Fix Coffee`,
    name: 'product',
    section: `/${category}`,
    content: [element('div', { class: 'product', 'data-edm-product': product.id },
      element('div', { class: 'plate product-plate' }, product.measures ? annotated(product) : drawing(product.drawing)),
      element('div', { class: 'product-words' },
        element('nav', { class: 'crumbs', 'aria-label': 'Where this is' },
          element('a', { href: `/${category}`, 'data-edm-click': 'crumb' }, category), element('span', { 'aria-hidden': 'true' }, '›'), element('span', {}, name)),
        element('h1', { tabindex: '-1' }, name),
        element('p', { class: 'lead' }, blurb),
        element('p', { class: 'product-price' }, element('b', {}, price(product)), element('span', { class: 'note' }, 'in stock; demo stock never runs out')),
        buy(product, shop),
        facts(product, shop),
        element('p', { class: 'note with-icon' }, sharedIcon('info'), 'A demo shop: nothing is charged and nothing is shipped.')),
      element('section', { class: 'goes-with' },
        element('h2', {}, product.contents ? 'The other kits' : 'Goes with it'),
        element('ul', {}, ...shop.catalogue.goesWith(product).map(smallCard))))],
    shown: () => productViewed(product),
  };
}

/** @param {Product} product @param {Shop} shop */
function buy(product, shop) {
  let quantity = 1;
  const steps = stepper(product.name, (change) => steps.show(quantity += change, 1, MOST));
  steps.show(quantity, 1, MOST);
  const add = element('button', { type: 'button', class: 'button button-primary', 'data-edm-click': 'add-to-cart' }, 'Add to cart');
  add.addEventListener('click', () => addToCart(product, quantity, shop));
  return element('div', { class: 'buy' }, steps.node, add);
}

/** @param {Product} product @param {Shop} shop */
function facts(product, { catalogue }) {
  /** @param {string} term @param {...(Node | string)} value */
  const row = (term, ...value) => element('div', {}, element('dt', {}, term), element('dd', {}, ...value));
  /** @param {string} text @param {Product} to @param {string} click */
  const link = (text, to, click) => element('a', { class: 'more', href: `/p/${to.id}`, 'data-edm-click': click }, text);
  const contents = catalogue.contents(product);
  return element('dl', { class: 'facts' },
    ...contents.map((piece) => row(price(piece), `${piece.name} `, link('See it', piece, 'see-piece'))),
    ...(contents.length ? [row(total(contents.map((piece) => ({ product: piece, quantity: 1 }))), 'one piece at a time')] : []),
    ...Object.entries(product.details ?? {}).map(([term, value]) => row(term, value)),
    ...catalogue.kitsWith(product).slice(0, 1).map((kit) => row('In a kit', `${kit.name}, ${price(kit)} `, link('See the kit', kit, 'see-kit'))));
}
