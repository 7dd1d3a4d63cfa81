import { KEPT } from '../live/journal.js';

/** The style sheet says the same: a finger needs 44 px where a pointer does with less. */
const ROW = matchMedia('(pointer: coarse)').matches ? 44 : 27;
/** How much higher than a row an open one is. */
const OPEN = 263;
/** Far below the longest way that a browser can lay out. */
const LONGEST = 100_000;

/**
 * Where the rows lie. They have fixed places on a tape that only grows upwards, and the tape is moved down: so a new row
 * shifts no other, and costs the layout of one. An open row moves those above it up, once.
 */
export class Tape {
  #list;
  #newest = 0;
  /** @type {Element | null} */ #open = null;

  /** @param {HTMLElement} list */
  constructor(list) { this.#list = list; }

  /** @param {HTMLElement[]} rows newest first @returns {number} by how many px the others went down */
  add(rows) {
    this.#newest += rows.length;
    this.#list.prepend(...rows);
    while (this.#list.childElementCount > KEPT) this.#list.lastElementChild?.remove();
    if (this.#newest > LONGEST) this.#placeAll();
    else this.#place(rows);
    return ROW * rows.length;
  }

  /** @param {HTMLElement[]} rows newest first, instead of those that are there */
  replace(rows) {
    this.#open = null;
    this.#list.replaceChildren(...rows.slice(0, KEPT));
    this.#placeAll();
  }

  /** @param {Element | null} row the one that is open from now on */
  open(row) {
    this.#open = row;
    this.#placeAll();
  }

  #placeAll() {
    this.#newest = this.#list.childElementCount;
    this.#place(/** @type {HTMLElement[]} */ ([...this.#list.children]));
  }

  /** @param {HTMLElement[]} rows the newest ones */
  #place(rows) {
    const open = this.#open ? [...this.#list.children].indexOf(this.#open) : -1;
    const top = (/** @type {number} */ index) => -ROW * (this.#newest - index) - (index <= open ? OPEN : 0);
    rows.forEach((row, index) => row.style.setProperty('top', `${top(index)}px`));
    this.#list.style.setProperty('transform', `translateY(${-top(0)}px)`);
  }
}
