import { find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { count } from '../format.js';
import { copies } from '../copy.js';
import { lines } from './json.js';
import { createWay } from './way.js';

/** @typedef {import('../live/frame.js').Told} Told */
/** @typedef {import('../live/journal.js').Arrival} Arrival */

/** A record is as long as its sender likes; this much of it is shown, and all of it is copied. */
const LONGEST = 20_000;

/**
 * The record below an open row: where it lies, how long its way took, and its text. There is one, moved to where it is wanted.
 * @param {(event: import('../live/frame.js').ShownEvent) => Promise<Told | null>} ask
 */
export function createRecord(ask) {
  const root = find('[data-record]', HTMLElement, find('[data-record-template]', HTMLTemplateElement).content);
  const part = (/** @type {string} */ name) => find(`[data-${name}]`, HTMLElement, root);
  const [note, topic, partition, offset, text] = ['note', 'topic', 'partition', 'offset', 'text'].map(part);
  const copy = find('[data-copy-record]', HTMLButtonElement, root);
  const way = createWay(root);
  let whole = '';
  let asked = 0;
  copies(copy, text, () => whole);

  /** @param {Told | null} told @param {string} words beside its head @param {string} [instead] of its text */
  const tell = (told, words, instead = '') => {
    whole = told?.json ?? '';
    setShown(copy, told !== null);
    setText(note, words);
    text.replaceChildren(...lines(whole.slice(0, LONGEST)), whole.length > LONGEST ? ` … ${count(whole.length - LONGEST)} characters more` : instead);
  };

  return {
    /** @param {HTMLElement} row @param {Arrival} arrival */
    async show(row, { event, shown }) {
      const own = ++asked;
      row.append(root);
      setText(topic, event.topic);
      setText(partition, String(event.partition));
      setText(offset, count(event.offset));
      way.clear();
      tell(null, 'asking the log');
      /** @type {Told | null | undefined} */ const told = await ask(event).catch(() => undefined);
      if (own !== asked) return;
      if (told) tell(told, way.show(event.eventTime, told, shown));
      else if (told === null) tell(null, 'not there any more', 'The log no longer holds this record: Kafka keeps records for a while only.');
      else tell(null, 'no answer', 'The stream node did not give this record. Close the row and open it again.');
    },

    close() {
      asked++;
      root.remove();
    },
  };
}
