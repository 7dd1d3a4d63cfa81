import { find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { clock } from '../format.js';

/** @typedef {{ trouble: import('../rounds.js').Trouble | null, refused: string | null, empty: boolean, asOf: number | null }} State asOf: when the figures were answered, browser clock */

/** What answers again within this time was no trouble worth a panel. */
const PATIENCE = 1500;

/**
 * The panels that say what is wrong, since when and what comes next.
 * @param {() => void} tryNow
 * @returns {(state: State) => void}
 */
export function createNotices(tryNow) {
  const part = (/** @type {string} */ name) => find(`[data-past-notice="${name}"]`, HTMLElement);
  const [empty, disconnected, refused] = ['empty', 'disconnected', 'refused'].map(part);
  const announced = find('[data-past-announced]', HTMLElement);
  const since = find('[data-since]', HTMLElement, disconnected);
  const retry = find('[data-retry]', HTMLElement, disconnected);
  const detail = find('[data-detail]', HTMLElement, refused);
  find('[data-try-now]', HTMLButtonElement, disconnected).addEventListener('click', tryNow);
  let timer = 0;

  return function show(state) {
    clearTimeout(timer);
    const { trouble, asOf } = state;
    const now = Date.now();
    const lasting = trouble !== null && now - trouble.since >= PATIENCE;
    setShown(empty, state.empty && !lasting);
    setShown(refused, state.refused !== null && trouble === null);
    setShown(disconnected, lasting);
    if (state.refused !== null) setText(detail, state.refused);
    setText(announced, lasting ? 'The history service does not answer.' : state.refused !== null ? 'This range cannot be shown.' : '');
    if (trouble === null) return;
    const figures = asOf === null ? 'There are no figures yet.' : `Figures are as of ${clock(asOf)}.`;
    setText(since, `Since ${clock(trouble.since)}. ${figures}`);
    const wait = trouble.retryAt === null ? 0 : Math.ceil((trouble.retryAt - now) / 1000);
    setText(retry, wait > 0 ? `Trying again in ${wait} s.` : 'Trying now.');
    timer = setTimeout(() => show(state), 500);
  };
}
