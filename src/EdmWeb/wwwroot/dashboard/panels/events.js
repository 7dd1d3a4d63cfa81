import { find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { clockMillis, count } from '../format.js';
import { KEPT } from '../live/journal.js';

/** @typedef {import('../live/frame.js').ShownEvent} ShownEvent */
/** @typedef {import('../live/journal.js').Entry} Entry */

/** A visitor's text is as long as the visitor likes; a row shows this much at most. */
const LONGEST = 200;

const ROW = 27;
/** Far below the longest way that a browser can lay out. */
const TAPE = 100_000;

/**
 * The log, newest first. Rows have fixed places on a tape that only grows upwards, and the tape is moved down: so a new row
 * shifts no other, and costs the layout of one.
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createEvents() {
  const root = find('[data-panel="events"]', HTMLElement);
  const note = find('[data-note]', HTMLElement, root);
  const empty = find('[data-empty]', HTMLElement, root);
  const log = find('.log', HTMLElement, root);
  const list = find('ol', HTMLOListElement, log);
  const templates = { row: find('template[data-row]', HTMLTemplateElement, root), gap: find('template[data-gap]', HTMLTemplateElement, root) };
  const pause = find('[data-pause-log]', HTMLButtonElement, root);
  let paused = false;
  let scrolled = false;
  let newest = 0;

  log.addEventListener('scroll', () => { scrolled = log.scrollTop > 0; });
  pause.addEventListener('click', () => {
    paused = !paused;
    root.toggleAttribute('data-paused', paused);
    setText(find('[data-label]', HTMLElement, pause), paused ? 'Resume' : 'Pause');
  });

  const place = (/** @type {HTMLElement} */ row, /** @type {number} */ at) => row.style.setProperty('top', `${-ROW * at}px`);
  const add = (/** @type {Entry[]} */ entries) => {
    const rows = entries.map((entry) => ('event' in entry ? eventRow(templates.row, entry.event) : gapRow(templates.gap, entry.skipped)));
    newest += rows.length;
    rows.forEach((row, index) => place(row, newest - index));
    list.prepend(...rows);
    while (list.childElementCount > KEPT) list.lastElementChild?.remove();
    if (newest > TAPE) {
      newest = list.childElementCount;
      [...list.children].forEach((row, index) => place(/** @type {HTMLElement} */ (row), newest - index));
    }
    list.style.setProperty('transform', `translateY(${ROW * newest}px)`);
    // Who reads further down goes on reading.
    if (scrolled) log.scrollTop += ROW * rows.length;
  };

  return ({ journal, status }) => {
    setText(note, paused ? `paused, ${count(journal.length)}${journal.length === KEPT ? ' or more' : ''} newer` : 'newest first');
    if (status.empty) list.replaceChildren();
    if (!paused && journal.length > 0) add(journal.take());
    setShown(empty, list.childElementCount === 0);
  };
}

/** @param {HTMLTemplateElement} template @param {ShownEvent} event */
function eventRow(template, { topic, type, eventTime, visitor, text }) {
  const row = copy(template);
  const kind = topic.endsWith('-pageload') ? 'pageload' : topic.endsWith('-click') ? 'click' : 'commerce';
  const name = kind === 'pageload' ? 'page load' : type;
  const [mark, time, what, how, who] = row.children;
  mark.className = `mark-${kind}`;
  time.textContent = clockMillis(eventTime);
  what.textContent = (text || name).slice(0, LONGEST);
  how.textContent = text ? name : '';
  who.textContent = [...(visitor ?? '').slice(-8)].slice(-4).join('');
  return row;
}

/** @param {HTMLTemplateElement} template @param {number | null} skipped */
function gapRow(template, skipped) {
  const row = copy(template);
  row.children[0].textContent = skipped === null ? 'some not shown: nobody looked' : `${count(skipped)} skipped: more came than can be shown`;
  return row;
}

/** @param {HTMLTemplateElement} template */
const copy = (template) => /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
