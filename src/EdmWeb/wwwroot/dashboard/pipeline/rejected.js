import { find } from '../../look/dom.js';
import { setAttribute, setShown, setText } from '../dom.js';
import { count } from '../format.js';
import { clockOrDay, counted, placeOf } from './words.js';

const MOST = 7;

/** What no consumer could read, and why: rows that are made once and written over. @returns {(seen: import('./item.js').Seen) => void} */
export function createRejected() {
  const root = find('[data-pipe-panel="rejected"]', HTMLElement);
  const records = find('[data-records]', HTMLElement, root);
  const file = find('[data-rejected-file]', HTMLAnchorElement, root);
  const none = find('[data-none]', HTMLElement, root);
  const list = find('ol', HTMLOListElement, root);
  const template = find('template', HTMLTemplateElement, root);
  const add = () => {
    list.append(template.content.cloneNode(true));
    return /** @type {HTMLElement} */ (list.lastElementChild);
  };

  return ({ item, now }) => {
    if (!item) return;
    const newest = item.rejected.newest.slice(0, MOST);
    setText(records, counted(item.rejected.records, 'record'));
    setShown(none, item.rejected.records === 0 && newest.length === 0);
    setShown(file, newest.length > 0);
    while (list.childElementCount > newest.length) list.lastElementChild?.remove();
    newest.forEach(({ reason, topic, partition, offset, time, text }, index) => {
      const [why, when, where, what] = (list.children[index] ?? add()).children;
      setText(why, reason);
      setAttribute(why, 'title', reason.slice(0, 500));
      setText(when, clockOrDay(time, now));
      setText(where, `${placeOf({ topic, partition })} @ ${count(offset)}`);
      setText(what, text === '' ? '(0 bytes)' : text);
    });
  };
}
