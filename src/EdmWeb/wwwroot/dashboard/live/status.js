import { age, clock, count, span } from '../format.js';

/** @typedef {import('./frame.js').Frame} Frame */

/**
 * How much the figures can be trusted, and how the badge says it.
 * @typedef {object} Status
 * @property {'waiting' | 'live' | 'behind' | 'disconnected' | 'silent' | 'rebuilding'} name
 * @property {string} word
 * @property {string} detail
 * @property {boolean} empty no record was ever counted
 * @property {string} old how old the figures are when they are not of now, else empty
 * @property {string} asOf the moment of the figures, 12:40:19
 * @property {number} progress of the rebuilding, 0 to 1
 * @property {{ records: number, of: number } | null} rebuild
 */

const LATE = 5000;

/**
 * @param {{ frame: Frame | null, link: import('./connection.js').Link, tried: boolean, paused: boolean, now: number }} state
 *   now: the node's clock; tried: a connection has failed or ended before
 * @returns {Status}
 */
export function statusOf({ frame, link, tried, paused, now }) {
  const calm = { empty: false, old: '', asOf: '', progress: 1, rebuild: null };
  if (!frame) {
    return tried && !link.up
      ? { ...calm, name: 'disconnected', word: 'reconnecting', detail: 'no frame yet' }
      : { ...calm, name: 'waiting', word: 'waiting', detail: 'first frame' };
  }
  const moment = frame.countedTo ?? frame.at;
  const dated = { ...calm, empty: frame.state === 'waiting', asOf: clock(moment) };
  if (!link.up) {
    const old = age(now - frame.at);
    return { ...dated, name: 'disconnected', word: 'reconnecting', detail: `last frame ${old} ago`, old: `${old} old` };
  }
  if (frame.silentSince !== null) {
    const old = `${age(now - moment)} old`;
    return { ...dated, name: 'silent', word: 'Kafka does not answer', detail: `since ${clock(frame.silentSince)}`, old };
  }
  if (frame.state === 'waiting') return { ...dated, name: 'waiting', word: 'waiting', detail: 'no event yet' };
  if (frame.state === 'rebuilding') {
    const progress = frame.rebuild && frame.rebuild.of > 0 ? Math.min(1, frame.rebuild.records / frame.rebuild.of) : 0;
    const detail = `${count(Math.floor(progress * 100))} %`;
    return { ...dated, name: 'rebuilding', word: 'rebuilding', detail, progress, rebuild: frame.rebuild };
  }
  const behind = now - moment;
  const name = behind > LATE ? 'behind' : 'live';
  return paused
    ? { ...dated, name, word: 'paused', detail: `as of ${dated.asOf}` }
    : { ...dated, name, word: 'live', detail: `${span(behind)} behind` };
}
