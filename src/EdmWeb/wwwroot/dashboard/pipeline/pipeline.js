import { find } from '../../look/dom.js';
import { setAttribute } from '../dom.js';
import { age } from '../format.js';
import { createConservation } from './conservation.js';
import { createDiagram } from './diagram.js';
import { createFooter } from './footer.js';
import { createNotice } from './notice.js';
import { createPartitions } from './partitions.js';
import { createRejected } from './rejected.js';

/** @typedef {import('./item.js').Pipeline} Pipeline */
/** @typedef {import('../live/store.js').View} View */

/** An item comes once a second; one this old is not of now. */
const LATE = 5000;

/**
 * The Pipeline view: what the node tells of the log, its readers and its books, once a second while somebody looks.
 * @param {(onItem: (item: Pipeline) => void) => { want(wanted: boolean): void }} follow
 * @param {() => void} tryNow
 * @returns {(view: View) => void}
 */
export function createPipeline(follow, tryNow) {
  const root = find('[data-pipeline]', HTMLElement);
  const parts = [createDiagram(), createConservation(), createPartitions(), createRejected(), createFooter()];
  const notice = createNotice(tryNow);
  /** @type {Pipeline | null} */ let item = null;
  /** @type {View | null} */ let view = null;
  let shown = false;
  /** Since when items may be expected; browser clock. */
  let since = 0;

  const draw = () => {
    if (!shown || !view) return;
    const { status, now } = view;
    if (status.word === 'paused') since = Date.now();
    const old = oldness(item, view, Date.now() - since);
    setAttribute(root, 'data-state', status.name === 'disconnected' ? status.name : item?.state ?? 'waiting');
    root.toggleAttribute('data-stale', old !== '');
    for (const part of parts) part({ item, now, old });
    notice(view, item);
  };
  const stream = follow((next) => {
    item = next;
    draw();
  });
  const look = () => {
    const wanted = document.documentElement.dataset.view === 'pipeline' && !document.body.hasAttribute('data-wall');
    if (wanted && !shown) since = Date.now();
    shown = wanted;
    stream.want(wanted);
    draw();
  };
  const back = () => { since = Date.now(); };
  addEventListener('hashchange', look);
  document.addEventListener('visibilitychange', back);
  return (next) => {
    view = next;
    look();
  };
}

/** @param {Pipeline | null} item @param {View} view @param {number} watched ms @returns {string} how old the figures are when they are not of now */
function oldness(item, { status, now }, watched) {
  if (!item || status.word === 'paused') return '';
  if (status.name === 'silent') return status.old;
  const ms = now - item.at;
  return status.name === 'disconnected' || Math.min(ms, watched) > LATE ? `${age(ms)} old` : '';
}
