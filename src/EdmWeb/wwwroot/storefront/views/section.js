import { element } from '../../look/dom.js';
import { card } from '../card.js';
import { listViewed } from '../events.js';

/** @type {Record<string, string>} */
const about = {
  kits: 'Everything for one way of brewing, for less than one piece at a time.',
  brewers: 'Where water meets coffee: by paper, by glass, by pressure.',
  kettles: 'One pours thin and steady, one boils for the whole table.',
  grinders: 'By hand for one, by motor for many.',
  beans: 'Two roasts, whole, in 250 g.',
  accessories: 'What stands around the brewer.',
};

/** All of one category. @param {string} category @param {import('../shop.js').Shop} shop @returns {import('../router.js').View} */
export function section(category, shop) {
  const products = shop.catalogue.of(category);
  const name = category.charAt(0).toUpperCase() + category.slice(1);
  return {
    title: `${name} · Fix Coffee`,
    name: 'section',
    section: `/${category}`,
    content: [
      element('h1', { tabindex: '-1' }, name),
      element('p', { class: 'lead' }, about[category] ?? ''),
      element('ul', { class: 'grid grid-kits' }, ...products.map((product) => card(product, shop, 'h2'))),
    ],
    shown: () => listViewed(category, products),
  };
}
