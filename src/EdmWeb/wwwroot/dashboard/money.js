// Money is never added up over currencies; each is written by itself.

/** @type {Map<string, Intl.NumberFormat>} */ const formats = new Map();
const CODE = /^[A-Za-z]{3}$/;

/** The key of orders that name no currency: of them no revenue is known. */
export const isCurrency = (/** @type {string} */ currency) => CODE.test(currency);

/** @param {string} currency @param {'full' | 'short'} length */
function formatOf(currency, length) {
  const key = currency + length;
  const known = formats.get(key);
  if (known) return known;
  /** @type {Intl.NumberFormatOptions} */ const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
  const format = new Intl.NumberFormat('en-US', length === 'full' ? style : { ...style, notation: 'compact', maximumFractionDigits: 1 });
  formats.set(key, format);
  return format;
}

/** @param {number} amount @param {string} currency three letters: $4,318.40 */
export const money = (amount, currency) => formatOf(currency, Math.abs(amount) < 1e7 ? 'full' : 'short').format(amount);

/**
 * The same in parts: the cents can be left out, and the code need not be said twice.
 * @param {number} amount @param {string} currency three letters
 */
export function moneyParts(amount, currency) {
  const text = money(amount, currency);
  const cents = text.match(/\.\d+$/)?.[0] ?? '';
  return { whole: text.slice(0, text.length - cents.length), cents, code: text.includes(currency) ? '' : currency };
}
