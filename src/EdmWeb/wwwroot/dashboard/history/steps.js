import { DAY, wallIn } from './zone.js';

/** @typedef {import('./choice.js').By} By */

/**
 * What a plot draws, step by step. A step that has not begun is null: nothing is known of it, and 0 would say that nothing was.
 * @typedef {object} Steps
 * @property {number[]} starts the instant at which each begins
 * @property {number[]} walls where each begins, on the zone's clocks
 * @property {(number | null)[]} values
 * @property {(number | null)[]} before of the same step in the period before
 * @property {number} open index of the step that is not over, -1 when all are
 * @property {By} by
 */

/** @type {Steps} before anything was answered */
export const NO_STEPS = { starts: [], walls: [], values: [], before: [], open: -1, by: 'day' };

/** @typedef {{ at: string[], values: number[] }} Counted */

/**
 * @param {Counted} current @param {Counted | null} before
 * @param {import('./period.js').Period} period @param {number} now
 * @returns {Steps}
 */
export function stepsOf(current, before, { days, by, until }, now) {
  const starts = current.at.map((text) => Date.parse(text));
  const begun = starts.filter((start) => start <= now).length;
  const ends = starts[begun] ?? until;
  const walls = current.at.map(wallIn);
  // By the clocks and not by the order: where they were set on or back, a day has an hour more or less than the one before.
  const then = new Map(before?.at.map((text, index) => [wallIn(text) + days * DAY, before.values[index]]));
  return {
    starts, walls, by,
    values: current.values.map((value, index) => (index < begun ? value : null)),
    before: walls.map((wall) => then.get(wall) ?? null),
    open: begun > 0 && now < ends ? begun - 1 : -1,
  };
}

/** @param {Steps} steps the highest of both */
export const peakOf = ({ values, before }) => Math.max(0, ...known(values), ...known(before));

/** @param {(number | null)[]} values */
const known = (values) => values.filter((value) => value !== null);

const UTC = /** @type {const} */ ({ timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short' });
const weekday = new Intl.DateTimeFormat('en-GB', { ...UTC, weekday: 'short' });
const year = new Intl.DateTimeFormat('en-GB', { ...UTC, day: 'numeric', month: 'short', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { ...UTC, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** @param {number} wall 12 Nov */
export const dayText = (wall) => day.format(wall);
/** @param {number} wall 12 Nov 2026 */
export const yearText = (wall) => year.format(wall);
/** @param {number} wall 14:00 */
export const timeText = (wall) => time.format(wall);

/** @param {number} wall @param {By} by Thu, 12 Nov; with the time where a day is divided */
export const momentText = (wall, by) => `${weekday.format(wall)}, ${day.format(wall)}${by === 'day' ? '' : ` ${timeText(wall)}`}`;
