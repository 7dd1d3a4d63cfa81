import { setProperty } from '../dom.js';

/** Opens every explanation beside the figure it explains, not over it; the browser does the rest (Escape, a click elsewhere, focus). */
export function placePopovers() {
  for (const button of document.querySelectorAll('button[popovertarget]')) {
    const popover = document.getElementById(button.getAttribute('popovertarget') ?? '');
    popover?.addEventListener('beforetoggle', () => {
      const { left } = button.getBoundingClientRect();
      const { bottom } = (button.parentElement ?? button).getBoundingClientRect();
      setProperty(popover, '--left', `${Math.round(left + scrollX - 4)}px`);
      setProperty(popover, '--top', `${Math.round(bottom + scrollY - 12)}px`);
    });
  }
}
