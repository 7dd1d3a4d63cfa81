import { find } from '../../look/dom.js';
import { setText } from '../dom.js';

/** The tracker's tag for a shop that has none yet, and the button that copies it. */
export function createTag() {
  const tag = find('[data-tag]', HTMLElement);
  const button = find('[data-copy]', HTMLButtonElement);
  const { origin } = location;
  setText(tag, `<script src="${origin}/tracker/edm.js" data-endpoint="${origin}/events" defer></script>`);
  button.addEventListener('click', async () => {
    getSelection()?.selectAllChildren(tag);
    try {
      await navigator.clipboard.writeText(tag.textContent ?? '');
      setText(button, 'Copied');
      setTimeout(() => setText(button, 'Copy the tag'), 2000);
    } catch { /* Without the clipboard (plain HTTP) the selected tag is left for the keyboard. */ }
  });
}
