import { find } from '../../look/dom.js';

/** Who types is not asked at every letter. */
const PAUSE = 250;

/**
 * The choice of what the log shows: one kind or all, and a text.
 * @param {(filter: import('../live/frame.js').Filter) => void} show
 */
export function connectFilter(show) {
  const form = find('[data-filter]', HTMLFormElement);
  const text = find('input[type="search"]', HTMLInputElement, form);
  let timer = 0;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => show({
      kind: /** @type {import('../live/frame.js').Topic | ''} */ (new FormData(form).get('kind')) || null,
      text: text.value.trim() || null,
    }), PAUSE);
  });
}
