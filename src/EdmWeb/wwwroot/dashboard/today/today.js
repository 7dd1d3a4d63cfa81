import { find } from '../../look/dom.js';
import { setText } from '../dom.js';
import { count } from '../format.js';
import { ask, now } from '../history/service.js';
import { timeText } from '../history/steps.js';
import { DAY, dateOf, wallOf } from '../history/zone.js';
import { isCurrency, moneyParts } from '../money.js';
import { Rounds } from '../rounds.js';
import { settings } from '../settings.js';

/** @typedef {import('../history/answers.js').Totals} Totals */

const EVERY = 15_000;
/** Where there is no history service at all, nobody is told every few seconds. */
const ABSENT = 60_000;

/**
 * Today so far, from history: a small line in three tiles, which is not there where nobody answers.
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createToday() {
  const line = (/** @type {string} */ tile) => find(`[data-tile="${tile}"] [data-today]`, HTMLElement);
  const [visitors, orders, revenue] = ['visitors-now', 'orders', 'revenue'].map(line);
  /** @type {Totals | null} */ let totals = null;
  let zone = 'UTC';
  let currency = '';

  const draw = () => {
    const known = totals !== null && totals.countedTo !== null;
    const fresh = known ? ` to ${timeText(wallOf(Date.parse(totals?.countedTo ?? ''), zone))}` : '';
    const say = (/** @type {HTMLElement} */ place, /** @type {string | null} */ text) => setText(place, known && text !== null ? `today ${text},${fresh}` : '');
    const takings = totals?.revenue.find((entry) => entry.currency === currency) ?? totals?.revenue.find((entry) => isCurrency(entry.currency));
    say(visitors, totals && count(totals.visitors));
    say(orders, totals && count(totals.orders));
    say(revenue, takings ? moneyParts(takings.amount, takings.currency).whole : null);
  };
  const rounds = new Rounds(async (signal) => {
    const { timeZone, history } = await settings();
    if (!history) throw new Error('Nobody answers for history.');
    zone = timeZone;
    const today = wallOf(now(), zone);
    totals = await ask('totals', { from: dateOf(today), to: dateOf(today + DAY), zone }, signal);
    draw();
  }, EVERY, (trouble) => {
    if (trouble === null) return;
    totals = null;
    draw();
  }, () => ABSENT);
  const look = () => rounds.want(!document.hidden && (document.documentElement.dataset.view === 'live' || document.body.hasAttribute('data-wall')));
  document.addEventListener('visibilitychange', look);
  addEventListener('hashchange', look);

  return ({ frame }) => {
    look();
    const main = frame?.revenue.find((entry) => isCurrency(entry.currency))?.currency ?? '';
    if (main === currency) return;
    currency = main;
    draw();
  };
}
