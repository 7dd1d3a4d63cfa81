// @ts-check
import { find } from '../look/dom.js';

// What is to be copied names the place that this page came from.
for (const place of document.querySelectorAll('[data-origin]')) place.textContent = location.origin;

for (const code of document.querySelectorAll('[data-code]')) {
  const text = find('pre code', HTMLElement, code), said = find('.copied', HTMLElement, code);
  let forget = 0;
  find('.copy', HTMLButtonElement, code).addEventListener('click', async () => {
    let outcome = 'Copied';
    try {
      await navigator.clipboard.writeText(text.textContent ?? '');
    } catch {
      // Plain HTTP has no clipboard.
      getSelection()?.selectAllChildren(text);
      outcome = 'Selected, copy it with the keyboard';
    }
    said.textContent = outcome;
    clearTimeout(forget);
    forget = setTimeout(() => { said.textContent = ''; }, 4000);
  });
}
