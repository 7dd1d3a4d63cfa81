import { DAYS, usualBy } from './choice.js';
import { DAY, HOUR, MINUTE, dateOf, floor, instantOf, midnight, wallOf, written } from './zone.js';

/** @typedef {import('./choice.js').Choice} Choice */
/** @typedef {import('./choice.js').By} By */
/** @typedef {{ from: string, to: string }} Span as the service takes it: a date of the zone, or an instant; `to` is not in it */

/**
 * A choice at a moment, in a zone: what exactly is asked for.
 * @typedef {object} Period
 * @property {Span} span to the end of the minute, hour or day that is not over
 * @property {Span | null} before the same of the period before
 * @property {Span | null} beforeSoFar of it as much as there is of this one by now, so that totals can be held against each other
 * @property {number} until the instant at which it ends
 * @property {number} days how many it has, and how far before the period before lies
 * @property {string} name 30 days
 * @property {[first: number, last: number]} dates the first and the last day, on the wall
 * @property {By} by
 * @property {string} zone
 */

/** Minutes are kept this long; what is older, by the quarter of an hour. */
const MINUTES_KEPT = 8 * DAY - 5 * MINUTE;
const MOST_POINTS = 3000;
const QUARTER = 15 * MINUTE;
const UNITS = { minute: MINUTE, hour: HOUR, day: DAY };

/** @param {Choice} choice @param {number} now ms @param {string} zone @returns {Period} */
export function periodOf({ last, own, by, compare }, now, zone) {
  const wall = wallOf(now, zone);
  const today = floor(wall, DAY);
  const hours = last === '24h';
  const first = own ? midnight(own.from) : hours ? floor(wall, HOUR) - 23 * HOUR : today - (DAYS[last ?? '30d'] - 1) * DAY;
  const end = own ? midnight(own.to) + DAY : Infinity;
  const open = Math.min(end, floor(wall, UNITS[by]) + UNITS[by]);
  const to = open <= first ? end : open;
  const days = hours ? 1 : Math.round((floor(to - 1, DAY) + DAY - first) / DAY);
  const span = spanOf(first, to, zone);
  const back = days * DAY;
  const soFar = floor(instantOf(Math.min(to, floor(wall, MINUTE) + MINUTE) - back, zone), QUARTER);
  return {
    span,
    before: compare ? spanOf(first - back, to - back, zone) : null,
    beforeSoFar: compare && soFar > instantOf(first - back, zone) ? { from: at(first - back, zone), to: written(soFar) } : null,
    until: instantOf(to, zone),
    days, by, zone,
    name: hours ? '24 hours' : days === 1 ? '1 day' : `${days} days`,
    dates: [floor(first, DAY), floor(to - 1, DAY)],
  };
}

/**
 * Why a period cannot be divided so; empty when it can.
 * @param {By} by @param {Choice} choice @param {number} now @param {string} zone
 */
export function whyNot(by, choice, now, zone) {
  const { days, dates } = periodOf({ ...choice, by }, now, zone);
  if (by === 'day') return days < 2 ? `${choice.last === '24h' ? '24 hours are' : 'This is'} one day` : '';
  if (days * DAY / UNITS[by] > MOST_POINTS) return `${days} days have more ${by}s than fit: ${Math.floor(MOST_POINTS * UNITS[by] / DAY)} days at most`;
  return by === 'minute' && !keepsMinutes(instantOf(dates[0], zone), now) ? 'Minutes are kept for 8 days, then quarters of an hour' : '';
}

/**
 * The choice, divided as finely as it says or else by the first that fits.
 * @param {Choice} choice @param {number} now @param {string} zone @returns {Choice}
 */
export function fitted(choice, now, zone) {
  /** @type {By[]} */ const wanted = [choice.by, usualBy(choice.last), 'hour', 'day'];
  return { ...choice, by: wanted.find((by) => whyNot(by, choice, now, zone) === '') ?? 'day' };
}

/** @param {number} instant @param {number} now */
const keepsMinutes = (instant, now) => now - instant < MINUTES_KEPT;

/** @param {Period} period @param {number} now whether the period before can be divided as this one is */
export const comparable = ({ before, by, dates, days, zone }, now) =>
  before !== null && (by !== 'minute' || keepsMinutes(instantOf(dates[0] - days * DAY, zone), now));

/** @param {number} from wall @param {number} to wall @param {string} zone @returns {Span} */
const spanOf = (from, to, zone) => ({ from: at(from, zone), to: at(to, zone) });

/** @param {number} wall @param {string} zone midnight is said as the date, and where it is in the zone is the service's to know */
const at = (wall, zone) => (wall % DAY === 0 ? dateOf(wall) : written(instantOf(wall, zone)));
