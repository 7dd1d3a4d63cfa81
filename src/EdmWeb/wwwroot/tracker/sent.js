// @ts-check
import { element, find } from '../look/dom.js';

// The list of what was sent, newest first, each with what came back. Only an answer names its event; the others say a type.

/** @typedef {import('./edm.mjs').Answered} Answered */
/** @typedef {import('./edm.mjs').Waiting} Waiting */
/** @typedef {import('./edm.mjs').Refused} Refused */
/** @typedef {'sending' | 'waiting' | 'answered' | 'refused' | 'dropped'} State */
/** @typedef {{ type: string, mine: boolean, line: HTMLLIElement }} Row mine: sent by the form, so its outcome is said aloud */

const kept = 30;
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
/** @type {Record<string, string>} */
const marks = { pageload: 'mark-pageload', click: 'mark-click' };

export function createSent() {
  const list = find('#sent', HTMLOListElement), said = find('#said', HTMLElement);
  /** @type {Row[]} those without an outcome, the oldest first */
  let open = [];
  let countdown = 0;

  /** @param {string} type @param {boolean} mine */
  const add = (type, mine) => {
    const line = element('li', {},
      element('p', {}, element('span', { class: marks[type] ?? 'mark-commerce' }), element('b', {}, type), element('span', { class: 'outcome' }), element('time', {}, clock.format(new Date()))),
      element('p', {}, element('span', { class: 'where' }), element('span', { class: 'id' })));
    list.prepend(line);
    while (list.childElementCount > kept) list.lastElementChild?.remove();
    const row = { type, mine, line };
    open.push(row);
    return row;
  };

  /** @param {Row} row @param {State} state @param {string} outcome @param {string} where @param {string} id */
  const show = (row, state, outcome, where, id = '') => {
    row.line.dataset.state = state;
    find('.outcome', HTMLElement, row.line).textContent = outcome;
    find('.where', HTMLElement, row.line).textContent = where;
    find('.id', HTMLElement, row.line).textContent = id;
  };

  /** @param {string} type @returns {Row} events of a type are answered in the order in which they were tracked */
  const close = (type) => {
    const row = open.find((candidate) => candidate.type === type) ?? add(type, false);
    open = open.filter((other) => other !== row);
    return row;
  };

  /** @param {string} type @param {State} state @param {string} outcome @param {string} where @param {string} [id] */
  const end = (type, state, outcome, where, id) => {
    const row = close(type);
    show(row, state, outcome, where, id);
    if (row.mine) said.textContent = `${type} ${outcome}`;
    clearInterval(countdown);
  };

  /** @param {Answered} answer */
  const answered = ({ type, eventId, milliseconds, at }) => {
    const where = at ? `${at.topic} [${at.partition}] @ ${whole.format(at.offset)}` : 'held by every in-sync replica';
    end(type, 'answered', `acknowledged in ${whole.format(milliseconds)} ms`, where, eventId);
  };

  /** @param {Waiting} waiting one request's, which may have held all that is open */
  const notYet = ({ type, retryIn }) => {
    if (open.length === 0) add(type, false);
    const due = performance.now() + retryIn;
    const tick = () => {
      const seconds = Math.ceil((due - performance.now()) / 1000);
      for (const row of open) show(row, 'waiting', seconds > 0 ? `waiting: again in ${seconds} s` : 'waiting: again now', 'kept in the queue');
    };
    clearInterval(countdown);
    countdown = setInterval(tick, 1000);
    tick();
  };

  document.addEventListener('edm:answered', (event) => answered(/** @type {CustomEvent<Answered>} */ (event).detail));
  document.addEventListener('edm:waiting', (event) => notYet(/** @type {CustomEvent<Waiting>} */ (event).detail));
  document.addEventListener('edm:refused', (event) => {
    const { type, reason } = /** @type {CustomEvent<Refused>} */ (event).detail;
    end(type, 'refused', `refused: ${reason}`, 'not sent again');
  });

  return {
    /** A line for an event that is about to be tracked. @param {string} type */
    begin: (type) => show(add(type, true), 'sending', 'on its way', ''),
    /** The queue was emptied: nothing will come back. */
    forget() {
      clearInterval(countdown);
      for (const row of open) show(row, 'dropped', 'dropped: opted out', 'never sent, or without an answer');
      open = [];
    },
  };
}
