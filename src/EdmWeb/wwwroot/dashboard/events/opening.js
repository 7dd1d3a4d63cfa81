import { arrivalOf } from './rows.js';
import { createRecord } from './record.js';

/**
 * The rows as controls: one stop for Tab, arrow keys from row to row, and a press opens the record or closes it.
 * @param {HTMLElement} list @param {import('./tape.js').Tape} tape
 * @param {(event: import('../live/frame.js').ShownEvent) => Promise<import('../live/frame.js').Told | null>} ask
 */
export function createOpening(list, tape, ask) {
  /** @type {HTMLElement | null} */ let open = null;
  /** @type {HTMLElement | null} the row that Tab comes to */ let stop = null;
  const record = createRecord(ask);

  const buttons = () => /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll('.event > button'));
  const stopAt = (/** @type {HTMLElement | null} */ button) => {
    if (stop === button) return;
    if (stop) stop.tabIndex = -1;
    stop = button;
    if (stop) stop.tabIndex = 0;
  };
  const toggle = (/** @type {HTMLElement | null} */ row) => {
    open?.removeAttribute('data-open');
    open?.firstElementChild?.setAttribute('aria-expanded', 'false');
    open = row === open ? null : row;
    const arrival = open && arrivalOf(open);
    if (open && arrival) {
      open.setAttribute('data-open', '');
      open.firstElementChild?.setAttribute('aria-expanded', 'true');
      record.show(open, arrival);
    } else record.close();
    tape.open(open);
    open?.scrollIntoView({ block: 'nearest' });
  };

  list.addEventListener('click', (event) => {
    const button = /** @type {Element} */ (event.target).closest('button');
    const row = button?.parentElement;
    if (!button || !row?.matches('.event')) return;
    stopAt(button);
    toggle(row);
  });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) {
      /** @type {HTMLElement} */ (open.firstElementChild).focus();
      return toggle(open);
    }
    const from = [...buttons()].indexOf(/** @type {HTMLElement} */ (event.target));
    if (from < 0) return;
    const last = buttons().length - 1;
    /** @type {Record<string, number>} */
    const targets = { ArrowDown: Math.min(last, from + 1), ArrowUp: Math.max(0, from - 1), Home: 0, End: last };
    if (!(event.key in targets)) return;
    event.preventDefault();
    stopAt(buttons()[targets[event.key]]);
    stop?.focus();
  });

  return {
    /** Whether somebody reads: then no row may move. */
    held: () => open !== null || (list.contains(document.activeElement) && (document.activeElement?.matches(':focus-visible') ?? false)),

    /** After rows came or went: Tab comes to the newest unless it is among them, and what is gone is not open. */
    settle() {
      if (open && !open.isConnected) {
        open = null;
        record.close();
      }
      if (!stop?.isConnected || !list.contains(document.activeElement)) stopAt(list.querySelector('.event > button'));
    },
  };
}
