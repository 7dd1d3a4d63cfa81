import { element } from '../../look/dom.js';

/** @type {import('../views.js').Show} */
export const missing = (_, address) => ({
  title: 'Not found · Fix Coffee',
  name: 'missing',
  content: [
    element('h1', { tabindex: '-1' }, 'There is nothing here'),
    element('p', { class: 'lead' }, 'The shop has no page called ', element('span', { class: 'mono' }, address.pathname.slice(0, 80)), '. Search for it above, or start over.'),
    element('p', { class: 'ways' },
      element('a', { class: 'button button-primary', href: '/', 'data-edm-click': 'back-to-the-shop' }, 'To the shop'),
      element('a', { class: 'button', href: '/kits', 'data-edm-click': 'missing-kits' }, 'Browse kits')),
  ],
});
