import { element, find } from '../../look/dom.js';
import { setAttribute } from '../dom.js';
import { productsOf } from './answers.js';
import { addressOf } from './service.js';

/** @typedef {{ period: import('./period.js').Period, currency: string | null, sort: import('./answers.js').Sort }} Asked */

/** What there is as a file: its words, and how the service is asked for it. */
const FILES = /** @type {const} */ ([
  ['totals', 'Totals'], ['clicks', 'Clicks over time'], ['pageloads', 'Page loads over time'], ['visitors', 'Visitors over time'],
  ['orders', 'Orders over time'], ['revenue', 'Revenue over time'], ['buttons', 'Clicks per button'], ['products', 'Top products'],
  ['sources', 'Sources of page loads'], ['devices', 'Devices of page loads'],
]);
const TOPS = { buttons: 'button', sources: 'source', devices: 'device' };

/** The links to the same figures as CSV: each panel's own, and all of them in a list. @returns {(asked: Asked) => void} */
export function createFiles() {
  find('[data-files]', HTMLUListElement).append(...FILES.map(([name, words]) =>
    element('li', {}, element('a', { 'data-file': name, download: '', href: '#history' }, words))));
  const links = [...document.querySelectorAll('[data-file]')];
  return (asked) => {
    for (const link of links) {
      const name = link.getAttribute('data-file') ?? '';
      const kept = name !== 'visitors' || asked.period.by !== 'minute';
      if (kept) setAttribute(link, 'href', fileOf(name, asked));
      else link.removeAttribute('href');
      setAttribute(link, 'title', kept ? '' : 'Visitors are kept by the quarter of an hour: choose hour or day');
    }
  };
}

/** @param {string} name @param {Asked} asked */
function fileOf(name, { period, currency, sort }) {
  const { span, by, zone } = period;
  const format = 'csv';
  if (name === 'totals') return addressOf('totals', { ...span, zone, format });
  if (name === 'products') return addressOf('top', { ...productsOf(period, currency, sort), format });
  if (name in TOPS) return addressOf('top', { kind: TOPS[/** @type {keyof typeof TOPS} */ (name)], ...span, zone, limit: '10', format });
  return addressOf('series', { metric: name, ...span, by, zone, format });
}
