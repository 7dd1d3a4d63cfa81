import { clock, clockMillis, count } from '../format.js';
import { kindOf } from '../live/filter.js';

/** @typedef {import('../live/journal.js').Entry} Entry */
/** @typedef {import('../live/journal.js').Arrival} Arrival */

/** A visitor's text is as long as the visitor likes; a row shows this much at most. */
const LONGEST = 200;
/** A row whose text is an amount; the stream node writes them so. */
const MONEY = /^\$?[\d,]+\.\d\d( [A-Z]{3})?$/;

/** @type {WeakMap<Element, Arrival>} */ const arrivals = new WeakMap();

/** What a row shows. @param {Element} row @returns {Arrival | undefined} nothing for a gap */
export const arrivalOf = (row) => arrivals.get(row);

/** @param {{ row: HTMLTemplateElement, gap: HTMLTemplateElement }} templates @param {Entry} entry */
export function rowOf({ row, gap }, entry) {
  if (!('event' in entry)) return gapRow(copy(gap), entry.skipped);
  const made = eventRow(copy(row), entry.event);
  arrivals.set(made, entry);
  return made;
}

/** @param {HTMLElement} row @param {import('../live/frame.js').ShownEvent} event */
function eventRow(row, event) {
  const kind = kindOf(event);
  const name = kind === 'pageload' ? 'page load' : event.type;
  const [mark, time, what, how, who] = row.children[0].children;
  mark.className = `mark-${kind}`;
  const second = clock(event.eventTime);
  time.children[0].textContent = second;
  time.children[1].textContent = clockMillis(event.eventTime).slice(second.length);
  what.textContent = (event.text || name).slice(0, LONGEST);
  if (event.text && kind === 'commerce' && MONEY.test(event.text)) what.className = 'money';
  how.textContent = event.text ? name.slice(0, LONGEST) : '';
  who.textContent = [...(event.visitor ?? '').slice(-8)].slice(-4).join('');
  return row;
}

/** @param {HTMLElement} row @param {number | null} skipped */
function gapRow(row, skipped) {
  row.children[0].textContent = skipped === null ? 'some not shown: nobody looked' : `${count(skipped)} skipped: more came than can be shown`;
  return row;
}

/** @param {HTMLTemplateElement} template */
const copy = (template) => /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
