/** @typedef {import('./frame.js').ShownEvent} ShownEvent */
/** @typedef {{ event: ShownEvent } | { skipped: number | null }} Entry skipped: how many, null when nobody knows */

export const KEPT = 200;

/** The events that arrived and are not drawn yet, newest first. A new stream begins with events that the last one may have brought. */
export class Journal {
  /** @type {Entry[]} */ #waiting = [];
  /** @type {Set<string>} */ #known = new Set();

  /** How many entries wait to be drawn. */
  get length() { return this.#waiting.length; }

  /**
   * @param {ShownEvent[]} events newest first
   * @param {number} skipped
   * @param {boolean} first whether they open a stream
   */
  add(events, skipped, first) {
    const fresh = events.filter((event) => !this.#known.has(identity(event)));
    const gap = first && this.#known.size > 0 && events.length > 0 && fresh.length === events.length;
    /** @type {Entry[]} */
    const entries = fresh.map((event) => ({ event }));
    if (gap) entries.push({ skipped: skipped || null });
    else if (!first && skipped > 0) entries.push({ skipped });
    for (const event of fresh.reverse()) this.#known.add(identity(event));
    for (const oldest of this.#known) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
    if (entries.length > 0) this.#waiting = [...entries, ...this.#waiting].slice(0, KEPT);
  }

  /** Hands the waiting entries over. */
  take() {
    const entries = this.#waiting;
    this.#waiting = [];
    return entries;
  }
}

/** @param {ShownEvent} event */
const identity = ({ topic, partition, offset }) => `${topic}/${partition}/${offset}`;
