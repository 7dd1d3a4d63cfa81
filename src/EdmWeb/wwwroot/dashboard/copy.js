import { setText } from './dom.js';

/**
 * A button that copies. Without the clipboard (plain HTTP) the text is selected and left for the keyboard.
 * @param {HTMLButtonElement} button @param {HTMLElement} shown what is selected @param {() => string} text
 */
export function copies(button, shown, text) {
  const label = button.textContent ?? '';
  button.addEventListener('click', async () => {
    getSelection()?.selectAllChildren(shown);
    try {
      await navigator.clipboard.writeText(text());
      setText(button, 'Copied');
      setTimeout(() => setText(button, label), 2000);
    } catch { /* it is selected */ }
  });
}
