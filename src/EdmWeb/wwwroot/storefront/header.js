import { find } from '../look/dom.js';

/** The count of the cart, the search field, and the key that leads to it. @param {import('./cart.js').Cart} cart @param {(address: string) => void} go */
export function showHeader(cart, go) {
  const count = find('.cart-count', HTMLElement);
  const update = () => { count.textContent = String(cart.count); };
  cart.addEventListener('change', update);
  update();

  const form = find('.search', HTMLFormElement);
  const field = find('input', HTMLInputElement, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(`/search?q=${encodeURIComponent(field.value.trim())}`);
  });
  addEventListener('keydown', (event) => {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
}
