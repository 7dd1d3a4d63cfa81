/** @typedef {import('../live/frame.js').Frame} Frame */
/** @typedef {import('../live/frame.js').Kind} Kind */

/** From below to the top of the stack. */
export const KINDS = /** @type {const} */ (['pageloads', 'clicks', 'commerce']);

/**
 * The traffic as rates, ready to be drawn.
 * @typedef {object} Series
 * @property {number} from start of the first step, ms
 * @property {number} step ms
 * @property {import('../live/frame.js').Minutes} window
 * @property {'/s' | '/min'} unit
 * @property {Record<Kind, number[]>} bands
 * @property {Record<Kind, number[]>} edges the upper edge of each band on those below it
 * @property {number[]} before the three together, one window ago
 * @property {number} peak the highest of all, together or before
 */

/** @param {Frame} frame @returns {Series} */
export function seriesOf(frame) {
  const { traffic, window } = frame;
  const { from, step } = traffic;
  const counts = KINDS.map((kind) => withOpenStep(traffic[kind], frame));
  const before = together(KINDS.map((kind) => traffic.before[kind]));
  const peak = Math.max(0, ...together(counts), ...before);
  const unit = peak >= (4 * step) / 1000 ? '/s' : '/min';
  const factor = (unit === '/s' ? 1000 : 60_000) / step;
  const [pageloads, clicks, commerce] = counts.map((band) => band.map((value) => value * factor));
  const two = together([pageloads, clicks]);
  return {
    from, step, window, unit,
    bands: { pageloads, clicks, commerce },
    edges: { pageloads, clicks: two, commerce: together([two, commerce]) },
    before: before.map((value) => value * factor),
    peak: peak * factor,
  };
}

/**
 * The last step is not over: what it has so far would look like a fall. It stands for the last `step` ms instead, with the
 * missing share of them taken from the step before it.
 * @param {number[]} counts @param {Frame} frame
 */
export function withOpenStep(counts, { at, countedTo, traffic: { from, step } }) {
  if (counts.length < 2) return counts;
  const started = from + (counts.length - 1) * step;
  const missing = 1 - Math.min(1, Math.max(0, ((countedTo ?? at) - started) / step));
  return counts.with(-1, counts[counts.length - 1] + counts[counts.length - 2] * missing);
}

/**
 * Whether they would look different: a chart stands still when only time moved.
 * @param {Series} a @param {Series} b @param {number} share of the peak that nobody sees
 */
export function differ(a, b, share) {
  if (a.from !== b.from || a.step !== b.step || a.window !== b.window || a.unit !== b.unit) return true;
  const lines = (/** @type {Series} */ { edges, before }) => [...KINDS.map((kind) => edges[kind]), before];
  const others = lines(b);
  return lines(a).some((line, place) => line.length !== others[place].length
    || line.some((value, index) => Math.abs(value - others[place][index]) > share * b.peak));
}

/** @param {readonly number[][]} bands */
const together = ([first, ...others]) => first.map((value, index) => others.reduce((sum, band) => sum + band[index], value));

/**
 * A y axis of round steps, 1, 2 or 5 times a power of ten.
 * @param {number} peak @param {number} most how many steps there may be
 */
export function axisOf(peak, most) {
  const top = Math.max(4, peak) - 1e-9;
  const power = 10 ** Math.floor(Math.log10(top / most));
  const tick = power * ([1, 2, 5].find((round) => round * power * most >= top) ?? 10);
  return { tick, ceiling: Math.ceil(top / tick) * tick };
}
