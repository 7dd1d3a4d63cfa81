import { UNKNOWN, age, brief, clock, count, rate, terse } from '../format.js';

const KINDS = /** @type {const} */ (['pageload', 'click', 'commerce']);
const DAY = 86_400_000;
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayAndMinute = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** @param {number} index of a topic in the contract's order */
export const kindAt = (index) => KINDS[index];

/** @param {number | null | undefined} value @param {(value: number) => string} format */
export const known = (value, format) => (value === null || value === undefined ? UNKNOWN : format(value));

/** @param {number | null | undefined} value */
export const countOf = (value) => known(value, count);

/** @param {number | null | undefined} value */
export const lagOf = (value) => known(value, brief);

/** @param {number | null | undefined} value */
export const lagInShort = (value) => known(value, terse);

/** @param {number | null | undefined} value */
export const rateOf = (value) => known(value, rate);

/** @param {number | null | undefined} value @returns {[string, string][]} for setParts: the rate, and its unit */
export const rateParts = (value) => [['data-amount', rateOf(value)], ['data-unit', '/s']];

/** @param {number} amount @param {string} one @param {string} [many] */
export const plural = (amount, one, many = `${one}s`) => `${count(amount)} ${amount === 1 ? one : many}`;

/** @param {number | null | undefined} amount @param {string} one 214 records, – records */
export const counted = (amount, one) => (amount === null || amount === undefined ? `${UNKNOWN} ${one}s` : plural(amount, one));

/** @param {{ topic: string, partition: number }} place */
export const placeOf = ({ topic, partition }) => `${topic} [${partition}]`;

/** @param {number} ms how long a topic keeps its records: 7 days, 4 hours */
export function keeping(ms) {
  if (ms < 0) return 'for ever';
  return ms >= DAY ? plural(Math.round(ms / DAY), 'day') : age(ms);
}

/** @param {number} ms 21 Nov 00:53 */
export const moment = (ms) => (isTime(ms) ? dayAndMinute.format(ms).replace(',', '') : UNKNOWN);

/** @param {number} ms @param {number} now of today the clock, of another day the day */
export const clockOrDay = (ms, now) => (isTime(ms) && isTime(now) && day.format(ms) !== day.format(now) ? moment(ms) : clock(ms));

/** @param {number} ms */
const isTime = (ms) => Math.abs(ms) <= 8.64e15;
