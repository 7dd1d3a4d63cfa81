import { find } from '../../look/dom.js';
import { setAttribute, setProperty, setShown, setText } from '../dom.js';
import { UNKNOWN, count, figure, span } from '../format.js';
import { remaining } from '../panels/notice.js';
import { VERDICTS, sumOf } from './books.js';
import { countOf, placeOf, plural } from './words.js';

/** @typedef {import('./item.js').Seen} Seen */
/** @typedef {import('./item.js').Pipeline} Pipeline */

/** As many partitions as have room are named. */
const NAMED = 2;

/** The seal: is every record accounted for, with the sum that says so. @returns {(seen: Seen) => void} */
export function createConservation() {
  const root = find('[data-pipe-panel="conservation"]', HTMLElement);
  const [missing, verdict, extent, checked] = ['missing', 'verdict', 'extent', 'checked'].map((name) => find(`[data-pipe-${name}]`, HTMLElement, root));
  const start = find('[data-start]', HTMLElement, root);
  const cell = (/** @type {string} */ name) => find(`[data-sum="${name}"] [data-amount]`, HTMLElement, root);
  const cells = Object.fromEntries([...VERDICTS, 'counted', 'read', 'difference'].map((name) => [name, cell(name)]));
  const expired = find('[data-sum="expired"]', HTMLElement, root);
  const left = remaining();
  /** @type {Pipeline['books']} */ let whole = [];

  return ({ item, now, old }) => {
    if (!item) return;
    // Half counted books are nobody's: the last whole ones stay while the log is read again.
    if (item.state !== 'rebuilding') whole = item.books;
    const sum = whole.length > 0 ? sumOf(whole) : null;
    setShown(expired, (sum?.expired ?? 0) > 0);
    for (const name of [...VERDICTS, /** @type {const} */ ('counted'), /** @type {const} */ ('read')]) setText(cells[name], countOf(sum?.[name]));
    setText(cells.difference, sum ? count(sum.read - sum.counted) : UNKNOWN);
    const words = item.state === 'rebuilding' ? rebuilding(item.rebuild, left(item.rebuild)) : checkedBooks(sum, whole.length);
    if (item.state !== 'rebuilding') left(null);
    setAttribute(root, 'data-seal-state', words.state);
    setProperty(root, '--progress', String(words.progress));
    setText(missing, words.missing);
    setText(verdict, words.verdict);
    setText(extent, words.extent);
    setText(checked, words.checked ?? (old === '' ? `checked ${span(now - item.at)} ago` : old));
    setShown(start, item.state === 'waiting');
  };
}

/** @param {import('./books.js').Sum | null} sum @param {number} partitions */
function checkedBooks(sum, partitions) {
  if (!sum) return { state: 'none', progress: 0, missing: '', verdict: 'No record read yet', extent: '', checked: '' };
  const { broken } = sum;
  const named = broken.slice(0, NAMED).map(placeOf).join('\n') + (broken.length > NAMED ? `\nand ${plural(broken.length - NAMED, 'other')}` : '');
  return broken.length === 0
    ? { state: 'holds', progress: 0, missing: '', verdict: 'It holds', extent: `${count(partitions)} of ${plural(partitions, 'partition')}` }
    : { state: 'broken', progress: 0, missing: figure(sum.missing), verdict: 'not accounted for', extent: `in ${named}` };
}

/** @param {Pipeline['rebuild']} rebuild @param {string | void} left */
function rebuilding(rebuild, left) {
  const progress = rebuild && rebuild.of > 0 ? Math.min(100, Math.floor((100 * rebuild.records) / rebuild.of)) : 0;
  return {
    state: 'rebuilding', progress, missing: `${progress} %`, verdict: 'Reading the log again',
    extent: rebuild ? `${count(rebuild.records)} of ${count(rebuild.of)} records` : '', checked: left || '',
  };
}
