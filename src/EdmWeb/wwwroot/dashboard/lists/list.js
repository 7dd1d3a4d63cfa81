import { find } from '../../look/dom.js';
import { setProperty, setShown, setText } from '../dom.js';
import { figure } from '../format.js';

/**
 * The largest counts of one kind of key: one row a key, made once and written over.
 * @param {'buttons' | 'pages' | 'sources'} name of data-panel and of the frame's list
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createList(name) {
  const root = find(`[data-panel="${name}"]`, HTMLElement);
  const empty = find('[data-empty]', HTMLElement, root);
  const limited = find('[data-limited]', HTMLElement, root);
  const list = find('ol', HTMLOListElement, root);
  const template = find('template', HTMLTemplateElement, root);
  /** @type {import('../live/frame.js').Frame | null} */ let drawn = null;

  const add = () => {
    list.append(template.content.cloneNode(true));
    return /** @type {HTMLElement} */ (list.lastElementChild);
  };

  return ({ frame }) => {
    if (frame === drawn) return;
    drawn = frame;
    const keys = frame?.lists[name] ?? [];
    setShown(empty, keys.length === 0);
    setShown(limited, frame?.lists.limited.includes(name) ?? false);
    while (list.childElementCount > keys.length) list.lastElementChild?.remove();
    const most = Math.max(1, ...keys.map(({ count }) => count));
    setProperty(list, '--digits', String(Math.max(5, figure(most).length)));
    keys.forEach(({ key, count }, index) => {
      const row = /** @type {HTMLElement} */ (list.children[index] ?? add());
      if (row.dataset.key !== key) row.dataset.key = key;
      setText(row.children[0], key);
      setText(row.children[1], figure(count));
      setProperty(row, '--share', ((100 * count) / most).toFixed(1));
    });
  };
}
