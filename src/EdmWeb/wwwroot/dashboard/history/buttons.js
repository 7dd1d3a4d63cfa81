import { find } from '../../look/dom.js';
import { setProperty, setShown, setText } from '../dom.js';
import { count } from '../format.js';

/** @typedef {import('./answers.js').Answers} Answers */

/** The ten buttons that have most clicks: one row a key, made once and written over. @returns {(answers: Answers) => void} */
export function createButtons() {
  const root = find('[data-past-panel="buttons"]', HTMLElement);
  const none = find('[data-none]', HTMLElement, root);
  const list = find('ol', HTMLOListElement, root);
  const template = find('template', HTMLTemplateElement, root);
  const add = () => {
    list.append(template.content.cloneNode(true));
    return /** @type {HTMLElement} */ (list.lastElementChild);
  };
  return ({ buttons }) => {
    setShown(none, buttons.length === 0);
    const most = Math.max(1, ...buttons.map((button) => button.count));
    setProperty(list, '--digits', String(Math.max(5, count(most).length)));
    while (list.childElementCount > buttons.length) list.lastElementChild?.remove();
    buttons.forEach((button, index) => {
      const row = /** @type {HTMLElement} */ (list.children[index] ?? add());
      if (row.dataset.key !== button.key) row.dataset.key = button.key;
      setText(row.children[0], button.key);
      setText(row.children[1], count(button.count));
      setProperty(row, '--share', ((100 * button.count) / most).toFixed(1));
    });
  };
}
