import { find } from '../../look/dom.js';
import { copies } from '../copy.js';
import { setText } from '../dom.js';

/** The tracker's tag for a shop that has none yet, and the button that copies it. */
export function createTag() {
  const tag = find('[data-tag]', HTMLElement);
  const { origin } = location;
  setText(tag, `<script src="${origin}/tracker/edm.js" data-endpoint="${origin}/events" defer></script>`);
  copies(find('[data-copy]', HTMLButtonElement), tag, () => tag.textContent ?? '');
}
