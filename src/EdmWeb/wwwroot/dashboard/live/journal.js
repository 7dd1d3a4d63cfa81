import { EVERYTHING, matches, narrows } from './filter.js';

/** @typedef {import('./frame.js').ShownEvent} ShownEvent */
/** @typedef {{ event: ShownEvent, shown: number | null }} Arrival shown: when it came (node's clock), null when it was there before */
/** @typedef {Arrival | { skipped: number | null }} Entry skipped: how many, null when nobody knows */

export const KEPT = 200;

/** The newest events that pass the filter, newest first, drawn or not. A new stream begins with events that the last one may have brought. */
export class Journal {
  /** @type {Entry[]} */ #entries = [];
  #waiting = 0;
  #filter = EVERYTHING;
  #refilled = false;

  /** Grows when what was drawn must be drawn anew. */
  edition = 0;

  /** Whether some events are left out. */
  get filtered() { return this.#filter.kind !== null || this.#filter.text !== null; }

  /** How many entries wait to be drawn. */
  get length() { return this.#waiting; }

  /**
   * @param {ShownEvent[]} events newest first
   * @param {number} skipped
   * @param {boolean} first whether they open a stream
   * @param {number} at the node's clock
   */
  add(events, skipped, first, at) {
    const known = new Set(this.#entries.map((entry) => ('event' in entry ? identity(entry.event) : '')));
    const passing = events.filter((event) => matches(this.#filter, event));
    const fresh = passing.filter((event) => !known.has(identity(event)));
    /** @type {Entry[]} */
    const entries = fresh.map((event) => ({ event, shown: first ? null : at }));
    if (first && this.#refilled) return this.#refill(entries);
    const gap = first && known.size > 0 && passing.length > 0 && fresh.length === passing.length;
    if (gap) entries.push({ skipped: skipped || null });
    else if (!first && skipped > 0 && !this.#skip(skipped)) entries.push({ skipped });
    if (entries.length === 0) return;
    this.#entries = [...entries, ...this.#entries].slice(0, KEPT);
    this.#waiting = Math.min(KEPT, this.#waiting + entries.length);
  }

  /** What is drawn together has one gap, below it. @param {number} skipped @returns {boolean} whether there is one yet */
  #skip(skipped) {
    const oldest = this.#entries[this.#waiting - 1];
    if (oldest === undefined || 'event' in oldest || oldest.skipped === null) return false;
    this.#entries[this.#waiting - 1] = { skipped: oldest.skipped + skipped };
    return true;
  }

  /** Hands over what is not drawn yet. */
  take() {
    const entries = this.#entries.slice(0, this.#waiting);
    this.#waiting = 0;
    return entries;
  }

  /** Hands over all, for who draws anew. */
  all() {
    this.#waiting = 0;
    return this.#entries;
  }

  /** @param {import('./frame.js').Filter} filter from here on only these events; the next stream opens with more of them */
  filter(filter) {
    const narrower = narrows(filter, this.#filter);
    this.#filter = filter;
    this.#entries = narrower ? this.#entries.filter((entry) => 'event' in entry && matches(filter, entry.event)) : [];
    this.#anew();
    this.#refilled = true;
  }

  /** What came before the filter changed and what the node has of it are one list, by time. @param {Entry[]} entries */
  #refill(entries) {
    const time = (/** @type {Entry} */ entry) => ('event' in entry ? entry.event.received ?? entry.event.eventTime : 0);
    this.#entries = [...entries, ...this.#entries].sort((a, b) => time(b) - time(a)).slice(0, KEPT);
    this.#anew();
    this.#refilled = false;
  }

  #anew() {
    this.#waiting = 0;
    this.edition++;
  }
}

/** @param {ShownEvent} event */
const identity = ({ topic, partition, offset }) => `${topic}/${partition}/${offset}`;
