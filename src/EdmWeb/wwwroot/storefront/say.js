import { find } from '../look/dom.js';

/** @param {string} text said by a screen reader, seen by nobody */
export function say(text) {
  find('#said', HTMLElement).textContent = text;
}
