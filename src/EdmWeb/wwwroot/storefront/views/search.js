import { element, find } from '../../look/dom.js';
import { card } from '../card.js';
import { productsSearched } from '../events.js';

/** What was searched for, as the address says. @type {import('../views.js').Show} */
export const search = (shop, address) => {
  const query = (address.searchParams.get('q') ?? '').trim().slice(0, 100);
  const found = shop.catalogue.search(query);
  const count = found.length === 1 ? '1 product' : `${found.length} products`;
  return {
    title: query ? `${query}: ${count} · Fix Coffee` : 'Search · Fix Coffee',
    name: 'search',
    content: [
      element('h1', { tabindex: '-1' }, query ? `${count} for “${query}”` : 'Search the shop'),
      ...(found.length
        ? [element('ul', { class: 'grid grid-kits' }, ...found.map((product) => card(product, shop, 'h2')))]
        : [element('p', { class: 'lead' }, query ? 'Try a shorter word, or one of these.' : 'Type what you are looking for into the field above.'),
          element('ul', { class: 'grid grid-kits' }, ...shop.catalogue.kits.map((kit) => card(kit, shop, 'h2')))]),
    ],
    shown() {
      find('.search input', HTMLInputElement).value = query;
      if (query) productsSearched(query, found);
    },
  };
};
