import { element } from '../look/dom.js';

// A node that did not change is not touched: writing the same text or style again costs a layout all the same.

/** A new text node each time: one that is written over counts as shifted wherever its text does not begin at the left. @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {string} name @param {string} value */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** @param {HTMLElement} element @param {string} property @param {string} value */
export function setProperty(element, property, value) {
  if (element.style.getPropertyValue(property) !== value) element.style.setProperty(property, value);
}

/** @param {HTMLElement} element @param {boolean} shown */
export function setShown(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/**
 * Writes texts side by side, each in an element of its own, all of them new when one changed: what stands further right
 * because its neighbour got longer has not moved, neither for the eye nor for who measures layout shifts.
 * @param {Element} parent @param {[attribute: string, text: string][]} parts those without a text are left out
 */
export function setParts(parent, parts) {
  const wanted = parts.filter(([, text]) => text !== '');
  const same = parent.childElementCount === wanted.length
    && wanted.every(([attribute, text], index) => parent.children[index].hasAttribute(attribute) && parent.children[index].textContent === text);
  if (!same) parent.replaceChildren(...wanted.map(([attribute, text]) => element('span', { [attribute]: '' }, text)));
}

/** @typedef {{ direction: 'up' | 'down' | 'none', text: string }} Change */

/** @param {Element} parent @param {Change} change against the window before; its arrow is the style sheet's */
export function setChange(parent, { direction, text }) {
  const shown = parent.firstElementChild;
  if (shown?.textContent === text && shown.getAttribute('data-direction') === direction) return;
  parent.replaceChildren(element('span', { 'data-direction': direction }, text));
}
