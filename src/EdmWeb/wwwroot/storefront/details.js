import { element, find } from './dom.js';
import { drawing } from './drawings.js';
import { productViewed } from './events.js';
import { price } from './money.js';

/** @typedef {import('./catalogue.js').Product} Product */

/**
 * The dialog that says more about one product.
 * @param {import('./catalogue.js').Catalogue} catalogue @param {(product: Product) => void} add
 * @returns {(product: Product) => void} opens it
 */
export function details(catalogue, add) {
  const dialog = find('#details', HTMLDialogElement);
  /** @param {string} selector */
  const part = (selector) => find(selector, HTMLElement, dialog);
  /** @type {Product | undefined} */
  let shown;

  part('.details-add').addEventListener('click', () => { if (shown) add(shown); });
  part('.details-close').addEventListener('click', () => dialog.close());
  // What lies outside the dialog's own box is its backdrop, and a click on that is a click on the dialog itself.
  dialog.addEventListener('click', ({ target }) => { if (target === dialog) dialog.close(); });

  return (product) => {
    shown = product;
    const contents = catalogue.contents(product);
    dialog.dataset.edmProduct = product.id;
    part('.plate').replaceChildren(drawing(product.drawing));
    part('.details-category').textContent = product.category;
    part('h2').textContent = product.name;
    part('.details-blurb').textContent = product.blurb;
    part('.details-contents').replaceChildren(...contents.map(line));
    part('.details-price').textContent = price(product);
    part('.details-sum').textContent = contents.length ? `${catalogue.onePieceAtATime(product)} one piece at a time` : '';
    dialog.showModal();
    productViewed(product);
  };
}

/** @param {Product} product */
const line = (product) => element('li', {},
  element('span', { class: 'thumbnail' }, drawing(product.drawing)), product.name, element('span', { class: 'note' }, price(product)));
