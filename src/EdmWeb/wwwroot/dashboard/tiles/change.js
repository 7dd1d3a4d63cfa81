import { UNKNOWN, figure as inFull, percent, rate } from '../format.js';

/** @typedef {{ value: number, before: number | null }} Figure */
/** @typedef {import('../dom.js').Change} Change */

/** @param {Figure} figure @returns {Change} what stands in the look for visitors, carts and orders */
export function difference({ value, before }) {
  return compare(value, before, (by) => inFull(by));
}

/** @param {Figure} figure @returns {Change} in percent; ten times as much and more as a factor, which is shorter */
export function percentage({ value, before }) {
  if (before === 0 && value > 0) return { direction: 'none', text: 'new' };
  return compare(value, before, (by, of) => (by >= 9 * of ? `${inFull(Math.round((by + of) / of))}×` : `${rate((100 * by) / of)} %`));
}

/** @param {Figure} figure two shares, 0 to 1 @returns {Change} in points: a percent of a percent would say nothing */
export function points({ value, before }) {
  const [now, then] = [value, before ?? 0].map((share) => Math.round(1000 * share) / 1000);
  return compare(now, before === null ? null : then, (by) => `${percent(by)} pt`);
}

/**
 * @param {number} value @param {number | null} before null where nobody counted
 * @param {(by: number, of: number) => string} say
 * @returns {Change}
 */
function compare(value, before, say) {
  if (before === null) return { direction: 'none', text: UNKNOWN };
  if (value === before) return { direction: 'none', text: '·' };
  return { direction: value > before ? 'up' : 'down', text: say(Math.abs(value - before), before) };
}
