// Days, and the clock of a time zone. A wall is what the zone's clocks show, as ms since 1970 as if they were UTC's:
// so days can be added to it whatever the zone does in between.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** @type {Map<string, Intl.DateTimeFormat>} */ const clocks = new Map();

/** @param {string} zone an IANA name */
function clockOf(zone) {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  return clock;
}

/** @param {number} instant ms since 1970 @param {string} zone @returns {number} wall, to the second */
export const wallOf = (instant, zone) => Date.parse(`${clockOf(zone).format(instant).replace(' ', 'T')}Z`);

/**
 * The instant at which the clocks show this. Of an hour that comes twice it is the first; one that is left out begins
 * where it would have been.
 * @param {number} wall @param {string} zone
 */
export function instantOf(wall, zone) {
  const offsets = [wall - DAY, wall + DAY].map((around) => wallOf(around, zone) - around);
  const candidates = offsets.map((offset) => wall - offset);
  return Math.min(...candidates.filter((instant) => wallOf(instant, zone) === wall), Math.max(...candidates));
}

/** @param {number} wall @returns {string} 2026-11-12 */
export const dateOf = (wall) => new Date(wall).toISOString().slice(0, 10);

/** @param {string} date 2026-11-12 @returns {number} its midnight on the wall; NaN when it is none */
export const midnight = (date) => (/^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : NaN);

/** @param {string} text a time with an offset, as answers have it @returns {number} what the clocks show there */
export const wallIn = (text) => Date.parse(`${text.slice(0, 16)}Z`);

/** @param {number} value @param {number} unit */
export const floor = (value, unit) => Math.floor(value / unit) * unit;

/** @param {number} instant @returns {string} 2026-11-12T14:30:00Z */
export const written = (instant) => `${new Date(instant).toISOString().slice(0, 19)}Z`;
