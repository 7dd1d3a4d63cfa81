import { backoff } from './live/backoff.js';

/** @typedef {{ since: number, retryAt: number | null }} Trouble since when nothing answers, and when it is tried again; browser clock */

/**
 * Asks again and again while somebody looks, and not at all while nobody does. One question is out at a time: a new one
 * takes the place of the old.
 */
export class Rounds {
  /** @type {AbortController | null} */ #out = null;
  #timer = 0;
  #wanted = false;
  #failures = 0;
  /** When it is due: what was answered a moment ago is not asked again because somebody looked away. */
  #due = 0;
  /** @type {Trouble | null} */ #trouble = null;
  #ask;
  #pause;
  #onTrouble;
  #retry;

  /**
   * @param {(signal: AbortSignal) => Promise<void>} ask throws where it is to be tried again soon
   * @param {number} pause ms between two rounds
   * @param {(trouble: Trouble | null) => void} onTrouble
   * @param {(failures: number) => number} retry ms until it is tried again
   */
  constructor(ask, pause, onTrouble, retry = backoff) {
    this.#ask = ask;
    this.#pause = pause;
    this.#onTrouble = onTrouble;
    this.#retry = retry;
  }

  /** @param {boolean} wanted whether somebody looks */
  want(wanted) {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) this.#wait(Math.max(0, this.#due - Date.now()));
    else this.#stop();
  }

  /** Asks at once: for something else, or because somebody does not want to wait. */
  now() {
    this.#due = 0;
    if (!this.#wanted) return;
    this.#stop();
    this.#round();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#out?.abort();
    this.#out = null;
  }

  /** @param {number} ms */
  #wait(ms) {
    this.#due = Date.now() + ms;
    this.#timer = setTimeout(() => this.#round(), ms);
  }

  async #round() {
    const out = new AbortController();
    this.#out = out;
    if (this.#trouble) this.#say({ ...this.#trouble, retryAt: null });
    try {
      await this.#ask(out.signal);
      if (out.signal.aborted) return;
      this.#failures = 0;
      if (this.#trouble) this.#say(null);
      this.#wait(this.#pause);
    } catch {
      if (out.signal.aborted) return;
      const delay = this.#retry(this.#failures++);
      this.#say({ since: this.#trouble?.since ?? Date.now(), retryAt: Date.now() + delay });
      this.#wait(delay);
    }
  }

  /** @param {Trouble | null} trouble */
  #say(trouble) {
    this.#trouble = trouble;
    this.#onTrouble(trouble);
  }
}
