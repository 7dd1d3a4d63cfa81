import { percent } from '../format.js';
import { money, moneyParts } from '../money.js';

/** @param {number} amount @param {string} currency cents as long as they matter: $842.50, $4,283,110 */
export const amountText = (amount, currency) => (Math.abs(amount) < 1e5 ? money(amount, currency) : moneyParts(amount, currency).whole);

/** @param {string} currency @returns {(value: number) => string} for an axis: $200k */
export function moneyAxis(currency) {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumFractionDigits: 1 });
  return (value) => format.format(value).replace('K', 'k');
}

/** @param {number | null} error a relative standard error, of figures that are worked out from a sketch */
export const errorText = (error) => (error ? ` An estimate: its standard error is ${percent(error)} %.` : '');

/** px that an axis needs for its labels, with the gap to the plot. @param {string[]} labels */
export const roomFor = (labels) => 12 + Math.ceil(6.3 * Math.max(1, ...labels.map((label) => label.length)));

/** @param {{ tick: number, ceiling: number }} axis @param {(value: number) => string} label */
export const roomOf = ({ tick, ceiling }, label) => roomFor([label(ceiling), label(tick), label(ceiling - tick)]);
