import { find } from '../../look/dom.js';
import { setProperty, setShown, setText } from '../dom.js';
import { count } from '../format.js';

/** Popular buttons: one row a button, made once and written over. @returns {(view: import('../live/store.js').View) => void} */
export function createButtons() {
  const root = find('[data-panel="buttons"]', HTMLElement);
  const note = find('[data-note]', HTMLElement, root);
  const empty = find('[data-empty]', HTMLElement, root);
  const body = find('tbody', HTMLTableSectionElement, root);
  const template = find('template', HTMLTemplateElement, root);
  /** @type {import('../live/frame.js').Frame | null} */ let drawn = null;

  /** @returns {HTMLElement} */
  const add = () => {
    body.append(template.content.cloneNode(true));
    return find('tr:last-child', HTMLElement, body);
  };

  return ({ frame }) => {
    if (frame === drawn) return;
    drawn = frame;
    const buttons = frame?.lists.buttons ?? [];
    setText(note, frame ? `last ${frame.window} min` : '');
    setShown(empty, buttons.length === 0);
    while (body.rows.length > buttons.length) body.deleteRow(-1);
    const most = Math.max(1, ...buttons.map((button) => button.count));
    buttons.forEach(({ key, count: clicks }, index) => {
      const row = body.rows[index] ?? add();
      if (row.dataset.key !== key) row.dataset.key = key;
      setText(find('[data-name]', HTMLElement, row), key);
      setText(find('[data-count]', HTMLElement, row), count(clicks));
      setProperty(row, '--share', `${((100 * clicks) / most).toFixed(1)}%`);
    });
  };
}
