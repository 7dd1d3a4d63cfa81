import { midnight } from './zone.js';

/** @typedef {'minute' | 'hour' | 'day'} By */
/** @typedef {'24h' | '7d' | '30d' | '90d'} Last */

/**
 * What is looked at; all of it stands in the address, so that a link shows the same to somebody else.
 * @typedef {object} Choice
 * @property {Last | null} last the last so many hours or days, today among them; null for a range of one's own
 * @property {{ from: string, to: string } | null} own dates, both of them in it
 * @property {By} by
 * @property {boolean} compare with the period before
 * @property {string | null} currency null for the one that most orders are in
 */

/** @type {Record<Last, number>} */
export const DAYS = { '24h': 1, '7d': 7, '30d': 30, '90d': 90 };

/** @type {Choice} */
const USUAL = { last: '30d', own: null, by: 'day', compare: true, currency: null };

/** @param {Last | null} last @returns {By} what a range is divided by until somebody says otherwise */
export const usualBy = (last) => (last === '24h' ? 'hour' : 'day');

/** @param {string} hash of the address: #history?range=30d&by=day&before=no @returns {Choice} what it does not say is as usual */
export function read(hash) {
  const said = new URLSearchParams(hash.split('?')[1] ?? '');
  const range = said.get('range') ?? '';
  const dates = range.split('..');
  const own = dates.length === 2 && midnight(dates[0]) <= midnight(dates[1]) ? { from: dates[0], to: dates[1] } : null;
  const last = own ? null : Object.hasOwn(DAYS, range) ? /** @type {Last} */ (range) : USUAL.last;
  const by = said.get('by');
  return {
    last, own,
    by: by === 'minute' || by === 'hour' || by === 'day' ? by : usualBy(last),
    compare: said.get('before') !== 'no',
    currency: said.get('currency'),
  };
}

/** @param {Choice} choice @returns {string} the hash */
export function write({ last, own, by, compare, currency }) {
  const range = own ? `${own.from}..${own.to}` : last ?? '';
  const said = new URLSearchParams({ range, by, ...(compare ? {} : { before: 'no' }), ...(currency ? { currency } : {}) });
  return `#history?${said}`;
}
