import { isCurrency } from '../money.js';
import { comparable } from './period.js';
import { ask, now } from './service.js';

/** @typedef {{ currency: string | null, values: number[], total: number }} Values */
/** @typedef {{ at: string[], series: Values[], error: number | null, countedTo: string | null }} Series at: where each minute, hour or day begins, with the zone's offset */
/** @typedef {{ key: string, count: number }} KeyCount */
/** @typedef {{ key: string, name: string | null, views: number, adds: number, orders: number, revenue: number }} Product */

/**
 * @typedef {object} Totals
 * @property {number} pageloads @property {number} clicks @property {number} visitors @property {number} buyers @property {number} orders
 * @property {number | null} error the relative standard error of visitors and buyers
 * @property {{ currency: string, amount: number, orders: number }[]} revenue most orders first
 * @property {string | null} since the first minute that history holds
 * @property {string | null} countedTo
 */

/**
 * All that one round brings.
 * @typedef {object} Answers
 * @property {import('./period.js').Period} period
 * @property {Totals} totals @property {Totals | null} totalsBefore
 * @property {Series} clicks @property {Series | null} clicksBefore
 * @property {Series} revenue @property {Series | null} revenueBefore
 * @property {Series} orders @property {Series} pageloads
 * @property {Series | null} visitors null where they are not kept so finely
 * @property {KeyCount[]} buttons
 * @property {{ currency: string | null, items: Product[] }} products
 * @property {string | null} currency the one that revenue is shown in
 * @property {string[]} currencies
 * @property {number} now by the service's clock
 */

/** @typedef {'orders' | 'revenue'} Sort */

/**
 * @param {import('./period.js').Period} period @param {string | null} wanted currency @param {Sort} sort of the products
 * @param {AbortSignal} signal
 * @returns {Promise<Answers>}
 */
export async function askAll(period, wanted, sort, signal) {
  const { span, before, beforeSoFar, by, zone } = period;
  const series = (/** @type {string} */ metric, times = span) => ask('series', { metric, ...times, by, zone }, signal);
  const earlier = (/** @type {string} */ metric) => (before && comparable(period, now()) ? series(metric, before) : null);
  const [totals, totalsBefore, clicks, clicksBefore, revenue, revenueBefore, orders, pageloads, visitors, buttons] = await Promise.all([
    ask('totals', { ...span, zone }, signal), beforeSoFar ? ask('totals', { ...beforeSoFar, zone }, signal) : null,
    series('clicks'), earlier('clicks'), series('revenue'), earlier('revenue'), series('orders'), series('pageloads'),
    by === 'minute' ? null : series('visitors'), ask('top', { kind: 'button', ...span, zone, limit: '10' }, signal),
  ]);
  /** @type {string[]} */
  const currencies = totals.revenue.map((/** @type {Totals['revenue'][number]} */ entry) => entry.currency).filter(isCurrency);
  const currency = wanted !== null && currencies.includes(wanted) ? wanted : currencies[0] ?? null;
  const products = await ask('top', productsOf(period, currency, sort), signal);
  return {
    period, totals, totalsBefore, clicks, clicksBefore, revenue, revenueBefore, orders, pageloads, visitors,
    buttons: buttons.items, products, currency, currencies, now: now(),
  };
}

/** @param {import('./period.js').Period} period @param {string | null} currency @param {Sort} sort @returns {Record<string, string>} */
export const productsOf = ({ span, zone }, currency, sort) =>
  ({ kind: 'product', ...span, zone, sort, limit: '10', ...(currency ? { currency } : {}) });
