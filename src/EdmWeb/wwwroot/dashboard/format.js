// Numbers and times as the look writes them: 1,904 · 100k · 8.2 % · 12:41:07.412. A dash is unknown, 0 is none.

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });
const rounded = new Intl.NumberFormat('en-US', { notation: 'compact' });

/** @type {Intl.DateTimeFormatOptions} */
const minutes = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const toMinute = new Intl.DateTimeFormat('en-GB', minutes);
const toSecond = new Intl.DateTimeFormat('en-GB', { ...minutes, second: '2-digit' });
const toMillisecond = new Intl.DateTimeFormat('en-GB', { ...minutes, second: '2-digit', fractionalSecondDigits: 3 });

export const UNKNOWN = '–';

/** @param {number} value */
export const count = (value) => whole.format(value);

/** @param {number} value what stands in a fixed box: in full up to seven digits */
export const figure = (value) => (value < 1e7 ? whole.format(value) : short(value));

/** @param {Intl.NumberFormat} format @returns {(value: number) => string} */
const inUnits = (format) => (value) => format.format(value).replace('K', 'k');

/** 100k, 1.2M */
const short = inUnits(compact);

/** @param {number} value */
export const axis = (value) => (value < 10_000 ? String(value) : short(value));

/** What has hardly any room: 999, 1.4k, 14k, 1.2M */
export const terse = inUnits(rounded);

/** @param {number} value what has little room: in full up to four digits */
export const brief = (value) => (value < 10_000 ? whole.format(value) : terse(value));

/** @param {number} share 0 to 1: 5.5, for before a percent sign */
export const percent = (share) => tenths.format(100 * share);

/** @param {number} value one decimal under 100, none where there is nothing to say */
export const rate = (value) => (value === 0 ? '0' : value < 99.95 ? tenths.format(value) : figure(value));

/** @param {number} ms @param {Intl.DateTimeFormat} format an event may bring any number as its time */
const time = (ms, format) => (Math.abs(ms) <= 8.64e15 ? format.format(ms) : UNKNOWN);

/** @param {number} ms */
export const clockMinute = (ms) => time(ms, toMinute);
/** @param {number} ms */
export const clock = (ms) => time(ms, toSecond);
/** @param {number} ms */
export const clockMillis = (ms) => time(ms, toMillisecond);

/** @param {number} ms a span: 0.4 s, 48 s, 12 min, 3 h */
export function span(ms) {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${tenths.format(seconds)} s`;
  return age(ms);
}

/** @param {number} ms a span in whole units: 4 s, 12 min, 3 h */
export function age(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 100) return `${seconds} s`;
  return seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** From the finest: how many ms a unit has. */
const units = /** @type {const} */ ([['/s', 1000], ['/min', 60_000], ['/h', 3_600_000]]);

/**
 * How many a second, a minute or an hour: in the unit asked for, or in the first larger one that makes it at least 0.1.
 * @param {number} total @param {number} ms in which they came @param {'/s' | '/min'} finest
 * @returns {{ figure: string, unit: string }}
 */
export function perTime(total, ms, finest) {
  const usable = units.slice(finest === '/s' ? 0 : 1);
  const [unit, length] = usable.find(([, length]) => total === 0 || (total * length) / ms >= 0.1) ?? units[2];
  return { figure: rate((total * length) / ms), unit };
}
