import { find } from '../../look/dom.js';
import { setProperty, setShown, setText } from '../dom.js';
import { count } from '../format.js';

/** @typedef {import('../live/store.js').View} View */

/** A connection that is back within this time was no trouble worth a panel. */
const PATIENCE = 1500;

/**
 * The panels that say what is wrong, since when and what comes next; each state has its own.
 * @param {() => void} tryNow
 * @returns {(view: View) => void}
 */
export function createNotice(tryNow) {
  const plate = find('[data-plate]', HTMLElement);
  const part = (/** @type {string} */ name) => find(`[data-notice="${name}"]`, HTMLElement);
  const [waiting, disconnected, silent, rebuilding] = ['waiting', 'disconnected', 'silent', 'rebuilding'].map(part);
  const field = (/** @type {string} */ name, /** @type {HTMLElement} */ root) => find(`[data-${name}]`, HTMLElement, root);
  find('[data-try-now]', HTMLButtonElement, disconnected).addEventListener('click', tryNow);
  /** @type {number | null} */ let lost = null;
  const left = remaining();

  return ({ frame, status, link }) => {
    const now = Date.now();
    lost = status.name === 'disconnected' ? lost ?? now : null;
    const empty = status.name === 'waiting' && status.empty;
    if (plate.dataset.state !== status.name) plate.dataset.state = status.name;
    plate.toggleAttribute('data-stale', status.old !== '');
    plate.toggleAttribute('data-empty', empty);
    setShown(waiting, empty);
    setShown(disconnected, lost !== null && now - lost > PATIENCE);
    setShown(silent, status.name === 'silent');
    setShown(rebuilding, status.name === 'rebuilding');

    const asOf = frame ? `Figures are as of ${status.asOf}.` : 'There are no figures yet.';
    setText(field('as-of', disconnected), asOf);
    const wait = link.retryAt === null ? 0 : Math.ceil((link.retryAt - now) / 1000);
    setText(field('retry', disconnected), wait > 0 ? `Trying again in ${wait} s.` : 'Trying now.');
    setText(field('as-of', silent), asOf);
    if (status.name !== 'rebuilding') return left(null);
    setText(field('kept', rebuilding), frame
      ? 'These figures are the last ones; new ones come when they are complete.' : 'Figures come when they are complete.');
    setProperty(rebuilding, '--progress', `${Math.round(status.progress * 100)}%`);
    setText(field('percent', rebuilding), status.detail);
    setText(field('records', rebuilding), status.rebuild ? `${count(status.rebuild.records)} of ${count(status.rebuild.of)} records` : '');
    setText(field('left', rebuilding), left(status.rebuild) ?? '');
  };
}

/** How long a rebuilding will still take, from what it did since it was first seen. */
export function remaining() {
  /** @type {{ records: number, at: number } | null} */ let start = null;
  return (/** @type {{ records: number, of: number } | null} */ rebuild) => {
    if (!rebuild) return void (start = null);
    const at = Date.now();
    start ??= { records: rebuild.records, at };
    const pace = (rebuild.records - start.records) / (at - start.at);
    return at - start.at > 1000 && pace > 0 ? `about ${Math.ceil((rebuild.of - rebuild.records) / pace / 1000)} s left` : '';
  };
}
