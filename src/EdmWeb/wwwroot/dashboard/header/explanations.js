import { setText } from '../dom.js';

/** Explanations that name the window name the one that is shown. @returns {(view: import('../live/store.js').View) => void} */
export function createExplanations() {
  const places = document.querySelectorAll('[data-window]');
  return ({ frame }) => {
    if (frame) for (const place of places) setText(place, String(frame.window));
  };
}
