import { find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { clock } from '../format.js';

/** What is back within this time was no trouble worth a panel. */
const PATIENCE = 1500;

/**
 * The panel that says what is wrong and what comes next.
 * @param {() => void} tryNow
 * @returns {(view: import('../live/store.js').View, item: import('./item.js').Pipeline | null) => void}
 */
export function createNotice(tryNow) {
  const root = find('[data-pipe-notice]', HTMLElement);
  const [what, asOf, next] = ['what', 'as-of', 'next'].map((name) => find(`[data-${name}]`, HTMLElement, root));
  const button = find('button', HTMLButtonElement, root);
  button.addEventListener('click', tryNow);
  /** @type {number | null} */ let lost = null;

  return ({ status, link }, item) => {
    const now = Date.now();
    lost = status.name === 'disconnected' ? lost ?? now : null;
    const gone = lost !== null && now - lost > PATIENCE;
    const silent = status.name === 'silent';
    setShown(root, gone || silent);
    setShown(button, gone);
    if (!gone && !silent) return;
    setText(what, gone ? 'The stream node does not answer' : 'The Kafka brokers do not answer');
    setText(asOf, item ? `Figures are as of ${clock(silent ? item.countedTo ?? item.at : item.at)}.` : 'There are no figures yet.');
    const wait = link.retryAt === null ? 0 : Math.ceil((link.retryAt - now) / 1000);
    setText(next, silent ? 'They go on by themselves when the brokers are back.' : wait > 0 ? `Trying again in ${wait} s.` : 'Trying now.');
  };
}
