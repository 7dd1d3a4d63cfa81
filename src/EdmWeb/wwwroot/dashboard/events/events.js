import { find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { count } from '../format.js';
import { KEPT } from '../live/journal.js';
import { createOpening } from './opening.js';
import { rowOf } from './rows.js';
import { Tape } from './tape.js';

/** More at once than a few clicks are drawn once a second: nobody reads them faster, and they are the dearest part of a frame. */
const FEW = 3;
const PAUSE = 950;

/**
 * The log, newest first. It stands still when it is paused, and while somebody reads an open row or walks through the rows.
 * @param {(event: import('../live/frame.js').ShownEvent) => Promise<import('../live/frame.js').Told | null>} ask for a record
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createEvents(ask) {
  const root = find('[data-panel="events"]', HTMLElement);
  const note = find('[data-note]', HTMLElement, root);
  const empty = find('[data-empty]', HTMLElement, root);
  const log = find('.log', HTMLElement, root);
  const list = find('ol', HTMLOListElement, log);
  const templates = { row: find('template[data-row]', HTMLTemplateElement, root), gap: find('template[data-gap]', HTMLTemplateElement, root) };
  const pause = find('[data-pause-log]', HTMLButtonElement, root);
  const tape = new Tape(list);
  const opening = createOpening(list, tape, ask);
  let paused = false;
  let scrolled = false;
  let edition = 0;
  let drawn = Number.NEGATIVE_INFINITY;

  log.addEventListener('scroll', () => { scrolled = log.scrollTop > 0; });
  pause.addEventListener('click', () => {
    paused = !paused;
    root.toggleAttribute('data-paused', paused);
    setText(find('[data-label]', HTMLElement, pause), paused ? 'Resume' : 'Pause');
  });

  return ({ journal, status }) => {
    if (status.empty && list.childElementCount > 0) tape.replace([]);
    if (journal.edition !== edition) {
      edition = journal.edition;
      tape.replace(journal.all().map((entry) => rowOf(templates, entry)));
      opening.settle();
      log.scrollTop = 0;
    }
    const held = paused || opening.held();
    const due = journal.length <= FEW || performance.now() - drawn > PAUSE;
    if (!held && due && journal.length > 0) {
      drawn = performance.now();
      const height = tape.add(journal.take().map((entry) => rowOf(templates, entry)));
      opening.settle();
      // Who reads further down goes on reading.
      if (scrolled) log.scrollTop += height;
    }
    const newer = `${count(journal.length)}${journal.length === KEPT ? ' or more' : ''} newer`;
    setText(note, paused ? `paused, ${newer}` : held && journal.length > 0 ? `held, ${newer}` : 'newest first');
    setText(empty, journal.filtered ? 'No event here passes the filter.' : 'No event yet.');
    setShown(empty, list.childElementCount === 0);
  };
}
