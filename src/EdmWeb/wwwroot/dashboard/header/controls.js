import { find } from '../../look/dom.js';
import { setAttribute } from '../dom.js';

/** @typedef {import('../live/frame.js').Minutes} Minutes */

/**
 * The window switch and the pause button.
 * @param {{ show: (window: Minutes) => void, pause: (paused: boolean) => void }} actions
 */
export function connectControls({ show, pause }) {
  for (const choice of document.querySelectorAll('input[name="window"]')) {
    choice.addEventListener('change', () => show(/** @type {Minutes} */ (Number(/** @type {HTMLInputElement} */ (choice).value))));
  }
  const button = find('[data-pause]', HTMLButtonElement);
  button.addEventListener('click', () => {
    const paused = button.getAttribute('aria-pressed') !== 'true';
    setAttribute(button, 'aria-pressed', String(paused));
    pause(paused);
  });
}
