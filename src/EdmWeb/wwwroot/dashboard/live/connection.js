/// <reference path="../vendor.d.ts" />
import { Also } from './also.js';
import { signInAgain } from '../admission.js';
import { backoff } from './backoff.js';
import { apply } from './delta.js';

/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {import('./frame.js').ShownEvent} ShownEvent */
/** @typedef {import('../pipeline/item.js').Pipeline} Pipeline */
/** @typedef {import('./frame.js').Filter & { window: import('./frame.js').Minutes }} Request */
/** @typedef {{ up: boolean, retryAt: number | null }} Link up: the node answers; retryAt: when it is tried again (browser clock) */

/**
 * The line to the stream node: one connection, on it at most one stream of one window and one filter, and the pipeline's. SignalR's own reconnecting gives up
 * after four tries and does not retry the first start; this loop does both for ever.
 */
export class Connection {
  #hub = new signalR.HubConnectionBuilder()
    .withUrl('/live', { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
    .configureLogging(signalR.LogLevel.None)
    .build();
  #wanted = true;
  #up = false;
  /** @type {Request} */ #request;
  /** @type {number | undefined} */ #position;
  /** @type {{ dispose(): void } | null} */ #stream = null;
  /** @type {Also<Pipeline>[]} */ #others = [];
  /** @type {(() => void) | null} */ #wake = null;
  #onFrame;
  #onLink;

  /**
   * @param {Request} request
   * @param {(frame: Frame, first: boolean) => void} onFrame first: of a new stream, so events may have been missed before it
   * @param {(link: Link) => void} onLink
   */
  constructor(request, onFrame, onLink) {
    this.#request = request;
    this.#onFrame = onFrame;
    this.#onLink = onLink;
  }

  /** Runs as long as the page. */
  async run() {
    /** @type {(() => void) | undefined} */ let closed;
    this.#hub.onclose(() => closed?.());
    for (let failures = 0; ; failures++) {
      const end = new Promise((resolve) => { closed = () => resolve(undefined); });
      try {
        await this.#hub.start();
        const started = Date.now();
        this.#up = true;
        this.#onLink({ up: true, retryAt: null });
        this.#ask();
        await end;
        if (Date.now() - started > 10_000) failures = 0;
      } catch {
        // A WebSocket that does not open says no reason. To the one who looks there are two: nothing answers, or he is let in no more.
        fetch('/dashboard/settings').then(signInAgain, () => {});
      }
      this.#up = false;
      this.#allow();
      const delay = backoff(failures);
      this.#onLink({ up: false, retryAt: Date.now() + delay });
      await this.#sleep(delay);
      this.#onLink({ up: false, retryAt: null });
    }
  }

  /** @param {(item: Pipeline) => void} onItem @returns {Also<Pipeline>} to be told whether it is wanted; hidden and paused pages get none all the same */
  pipeline(onItem) {
    const other = new Also(() => this.#hub.stream('Pipeline'), onItem, () => backoff(1));
    this.#others.push(other);
    return other;
  }

  /** Cuts the wait for the next try short. */
  tryNow() { this.#wake?.(); }

  /** @param {Partial<Request>} change another window or filter is another stream */
  show(change) {
    this.#request = { ...this.#request, ...change };
    this.#ask();
  }

  /**
   * @param {ShownEvent} event
   * @returns {Promise<import('./frame.js').Told | null>} null when the log no longer holds it; fails when the node does not say
   */
  async record({ topic, partition, offset }) {
    return /** @type {import('./frame.js').Told | null} */ (await this.#hub.invoke('Record', topic, partition, offset));
  }

  /** @param {boolean} wanted whether anybody looks: a hidden or paused page asks for nothing */
  want(wanted) {
    if (this.#wanted === wanted) return;
    this.#wanted = wanted;
    this.#ask();
    if (wanted) this.tryNow();
  }

  #allow() {
    for (const other of this.#others) other.allow(this.#up && this.#wanted);
  }

  #ask() {
    this.#allow();
    this.#stream?.dispose();
    this.#stream = null;
    if (!this.#up || !this.#wanted) return;
    /** @type {Frame | null} */ let known = null;
    const again = () => {
      if (this.#stream !== stream) return;
      this.#stream = null;
      setTimeout(() => { if (!this.#stream) this.#ask(); }, backoff(1));
    };
    const stream = this.#hub.stream('Frames', { ...this.#request, after: this.#position }).subscribe({
      next: (message) => {
        const first = known === null;
        known = known && 'change' in message ? { ...apply(known, message.change), events: message.events, skipped: message.skipped } : /** @type {Frame} */ (message);
        this.#position = known.position;
        this.#onFrame(known, first);
      },
      complete: again,
      error: again,
    });
    this.#stream = stream;
  }

  /** @param {number} delay ms */
  #sleep(delay) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delay);
      this.#wake = () => { clearTimeout(timer); resolve(undefined); };
    });
  }
}
