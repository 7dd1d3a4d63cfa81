import { find } from '../../look/dom.js';
import { setProperty, setText } from '../dom.js';

/**
 * How far the figures are behind: in the header, on the rim, and said to who can see neither.
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createBadge() {
  const badge = find('[data-badge]', HTMLElement);
  const word = find('[data-word]', HTMLElement, badge);
  const detail = find('[data-detail]', HTMLElement, badge);
  const announced = find('[data-announced]', HTMLElement);
  const rim = find('.rim', HTMLElement);

  return ({ status }) => {
    setText(word, status.word);
    setText(detail, status.detail);
    setProperty(badge, '--progress', `${Math.round(status.progress * 100)}%`);
    setProperty(rim, '--progress', `${Math.round(status.progress * 100)}%`);
    if (badge.dataset.state === status.name) return;
    badge.dataset.state = status.name;
    rim.dataset.state = status.name;
    setText(announced, status.name === 'behind' ? 'The figures are more than 5 seconds behind.' : status.word);
  };
}
