import { find } from '../../look/dom.js';
import { setChange, setParts, setText } from '../dom.js';
import { UNKNOWN, count, figure, percent } from '../format.js';
import { money } from '../money.js';
import { percentage, points } from '../tiles/change.js';
import { amountText, errorText } from './words.js';

/** @typedef {import('./answers.js').Answers} Answers */
/** @typedef {import('./answers.js').Totals} Totals */

/**
 * One of the seven.
 * @typedef {object} Reading
 * @property {number | null} value @property {number | null} before null where it is not known
 * @property {(value: number) => string} say @property {string} [unit] @property {boolean} [share] held against each other in points
 * @property {string} explanation
 */

/** The seven totals of the range, each with its change and what it was before. @returns {(answers: Answers) => void} */
export function createTotals() {
  const places = new Map([...document.querySelectorAll('[data-total]')].map((root) => {
    const part = (/** @type {string} */ name) => find(`[data-${name}]`, HTMLElement, root);
    return [root.getAttribute('data-total') ?? '', { change: part('change'), sum: part('sum'), was: part('was'), explanation: part('explanation') }];
  }));
  return (answers) => {
    const readings = readingsOf(answers);
    for (const [name, { change, sum, was, explanation }] of places) {
      const { value, before, say, unit = '', share = false, explanation: text } = readings[name];
      const known = value !== null;
      setParts(sum, [['data-figure', known ? say(value) : UNKNOWN], ['data-unit', known ? unit : '']]);
      setText(was, answers.totalsBefore === null ? '' : `before ${before === null ? UNKNOWN : say(before)}${before !== null && unit ? ` ${unit}` : ''}`);
      setChange(change, !known || before === null ? { direction: 'none', text: '' } : (share ? points : percentage)({ value, before }));
      setText(explanation, text);
    }
  };
}

/** @param {Answers} answers @returns {Record<string, Reading>} */
function readingsOf({ totals, totalsBefore, currency, period: { name } }) {
  const both = (/** @type {(of: Totals) => number | null} */ read) => ({ value: read(totals), before: totalsBefore && read(totalsBefore) });
  const against = totalsBefore ? ` Before: the same time of the ${name} before, to the quarter of an hour.` : '';
  const amount = (/** @type {Totals} */ { revenue }) => revenue.find((entry) => entry.currency === currency);
  const others = totals.revenue.filter((entry) => entry.currency !== currency)
    .map((entry) => (/^[A-Za-z]{3}$/.test(entry.currency) ? ` ${entry.currency} ${money(entry.amount, entry.currency)} in ${count(entry.orders)} orders.` : ` ${count(entry.orders)} orders without a currency.`));
  const say = currency === null ? count : (/** @type {number} */ value) => amountText(value, currency);
  const unsure = errorText(totals.error);
  return {
    pageloads: { ...both((of) => of.pageloads), say: figure, explanation: `Page loads of the ${name}.${against}` },
    clicks: { ...both((of) => of.clicks), say: figure, explanation: `Clicks on buttons and links in the ${name}.${against}` },
    visitors: { ...both((of) => of.visitors), say: figure, explanation: `Distinct visitors of the ${name}: whoever came on two days is one.${unsure}${against}` },
    orders: { ...both((of) => of.orders), say: figure, explanation: `order_completed in the ${name}, each order_id once, in all currencies.${against}` },
    revenue: {
      ...both((of) => (currency === null ? (of.orders === 0 ? 0 : null) : amount(of)?.amount ?? 0)), say,
      explanation: `The totals of order_completed in the ${name}${currency ? `, ${currency}` : ''}; each currency for itself.${others.join('')}${against}`,
    },
    average: {
      ...both((of) => { const entry = amount(of); return entry && entry.orders > 0 ? entry.amount / entry.orders : null; }), say,
      explanation: `Revenue over the orders that it came from${currency ? `, ${currency}` : ''}.${against}`,
    },
    conversion: {
      ...both((of) => (of.visitors > 0 ? Math.min(1, of.buyers / of.visitors) : null)), say: percent, unit: '%', share: true,
      explanation: `Distinct visitors with an order, ${count(totals.buyers)}, of the ${count(totals.visitors)} in the ${name}.${unsure}${against}`,
    },
  };
}
