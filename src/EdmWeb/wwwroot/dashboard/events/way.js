import { find } from '../../look/dom.js';
import { setProperty, setShown, setText } from '../dom.js';
import { UNKNOWN, count, span } from '../format.js';

/** @typedef {import('../live/frame.js').Told} Told */

/** @param {number} ms in whole milliseconds as long as one reads them, 1,204 ms, then in seconds and more */
const length = (ms) => (ms < 10_000 ? `${count(ms)} ms` : span(ms));

/**
 * The way of an event in two hops, browser to relay and from there through Kafka to the screen: a bar whose pieces are as long as they took.
 * When Kafka had it nobody knows: its record carries the relay's time.
 * @param {ParentNode} root
 */
export function createWay(root) {
  const hops = ['relay', 'screen'].map((name) => ({
    piece: find(`[data-hop="${name}"]`, HTMLElement, root),
    time: find(`[data-time="${name}"]`, HTMLElement, root),
  }));
  const way = find('.way', HTMLElement, root);
  const show = (/** @type {(number | null)[]} */ times) => hops.forEach(({ piece, time }, index) => {
    const ms = times[index];
    setText(time, ms === null ? UNKNOWN : length(ms));
    setShown(piece, ms !== null);
    setProperty(piece, 'flex-grow', String(ms ?? 0));
    way.toggleAttribute('data-none', times.every((time) => time === null));
  });

  return {
    /**
     * Each machine has a clock of its own, so a hop that would have taken less than nothing took none.
     * @param {number} eventTime @param {Told} told @param {number | null} shown null when it was in the log before this page looked
     * @returns {string} all of it in words
     */
    show(eventTime, { receivedTime }, shown) {
      const hop = (/** @type {number} */ from, /** @type {number} */ to) => Math.max(0, to - from);
      show([hop(eventTime, receivedTime), shown === null ? null : hop(receivedTime, shown)]);
      return shown === null ? 'it was in the log before this page looked' : `on screen ${length(hop(eventTime, shown))} after it happened`;
    },

    clear() { show([null, null]); },
  };
}
