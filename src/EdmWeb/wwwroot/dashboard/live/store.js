import { Journal } from './journal.js';
import { statusOf } from './status.js';

/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {import('./connection.js').Link} Link */

/**
 * What the panels draw. Figures come from the newest frame that was counted to the end: while the node reads the log again
 * its half counted ones are not shown.
 * @typedef {object} View
 * @property {Frame | null} frame
 * @property {import('./status.js').Status} status
 * @property {Link} link
 * @property {Journal} journal
 * @property {number} now the node's clock
 * @property {number} rhythm frames a second, over the last four seconds
 */

/** All that the page knows. Writers call its methods; whoever draws subscribes, and asks for the view. */
export class Store {
  /** @type {Frame | null} */ #newest = null;
  /** @type {Frame | null} */ #counted = null;
  /** @type {Link} */ #link = { up: false, retryAt: null };
  #tried = false;
  #paused = false;
  #journal = new Journal();
  /** @type {number[]} */ #arrivals = [];
  /** Server clock less browser clock. */
  #offset = 0;
  #changed = () => {};

  /** @param {() => void} changed */
  subscribe(changed) { this.#changed = changed; }

  /** @param {Frame} frame @param {boolean} first */
  accept(frame, first) {
    const now = Date.now();
    this.#newest = frame;
    if (frame.state === 'live') this.#counted = frame;
    if (frame.state === 'waiting') this.#counted = null;
    this.#offset = frame.at - now;
    this.#arrivals.push(now);
    this.#journal.add(frame.events, frame.skipped, first, frame.at);
    this.#changed();
  }

  /** @param {Link} link */
  connect(link) {
    this.#link = link;
    if (link.retryAt !== null) this.#tried = true;
    this.#changed();
  }

  /** @param {boolean} paused */
  pause(paused) {
    this.#paused = paused;
    this.#changed();
  }

  /** @param {import('./frame.js').Filter} filter of the event log */
  filter(filter) {
    this.#journal.filter(filter);
    this.#changed();
  }

  /** @returns {View} */
  view() {
    const now = Date.now();
    this.#arrivals = this.#arrivals.filter((moment) => moment > now - 4000);
    return {
      frame: this.#counted,
      status: statusOf({
        frame: this.#newest, link: this.#link, tried: this.#tried, paused: this.#paused, now: now + this.#offset,
      }),
      link: this.#link,
      journal: this.#journal,
      now: now + this.#offset,
      rhythm: rhythmOf(this.#arrivals),
    };
  }
}

/** @param {number[]} arrivals ms */
function rhythmOf(arrivals) {
  const spread = arrivals.length < 2 ? 0 : arrivals[arrivals.length - 1] - arrivals[0];
  return spread > 0 ? Math.round((1000 * (arrivals.length - 1)) / spread) : arrivals.length;
}
