import { element } from '../look/dom.js';

/**
 * Minus, a number, plus.
 * @param {string} name of the product, for the buttons' names @param {(change: 1 | -1) => void} change
 */
export function stepper(name, change) {
  /** @param {string} sign @param {string} label @param {string} click @param {1 | -1} by */
  const button = (sign, label, click, by) => {
    const made = element('button', { type: 'button', class: 'icon-button', 'aria-label': label, 'data-edm-click': click }, sign);
    made.addEventListener('click', () => change(by));
    return made;
  };
  const number = element('output', { class: 'stepper-number', 'aria-label': 'Quantity' });
  const fewer = button('−', `One ${name} fewer`, 'quantity-minus', -1);
  const more = button('+', `One ${name} more`, 'quantity-plus', 1);
  return {
    node: element('div', { class: 'stepper', role: 'group', 'aria-label': `Quantity of ${name}` }, fewer, number, more),
    /** @param {number} quantity @param {number} least @param {number} most */
    show(quantity, least, most) {
      number.textContent = String(quantity);
      fewer.disabled = quantity <= least;
      more.disabled = quantity >= most;
    },
  };
}
