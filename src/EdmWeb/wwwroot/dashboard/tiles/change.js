import { count, rate } from '../format.js';

/** @typedef {import('../live/frame.js').Figure} Figure */
/** @typedef {import('./tile.js').Change} Change */

/** @param {Figure} figure @returns {Change} what stands in the look for visitors, carts and orders */
export function difference({ value, before }) {
  return compare(value, before, (by) => count(by));
}

/** @param {Figure} figure @returns {Change} in percent; ten times as much and more as a factor, which is shorter */
export function percentage({ value, before }) {
  if (before === 0 && value > 0) return { direction: 'none', text: 'new' };
  return compare(value, before, (by, of) => (by >= 9 * of ? `${count((by + of) / of)}×` : `${rate((100 * by) / of)} %`));
}

/**
 * @param {number} value @param {number | null} before @param {(by: number, of: number) => string} say
 * @returns {Change}
 */
function compare(value, before, say) {
  if (before === null) return { direction: 'none', text: value === 0 ? '' : 'new' };
  if (value === before) return { direction: 'none', text: '·' };
  return { direction: value > before ? 'up' : 'down', text: say(Math.abs(value - before), before) };
}
