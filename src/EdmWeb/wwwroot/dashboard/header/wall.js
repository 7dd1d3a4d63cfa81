import { find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { clock } from '../format.js';

/** What the wall screen is drawn for; wider ones show the same, larger. */
const DRAWN = 1440;
const FOLDS = 1100;
/** How long the controls stay after the pointer has moved. */
const STAY = 3000;

/**
 * The wall screen: full screen, larger, with the clock and without what only a mouse needs. /dashboard?wall opens it.
 * @param {() => void} resized when what is drawn has another scale
 * @returns {(view: import('../live/store.js').View) => void}
 */
export function createWall(resized) {
  const { body, documentElement: root } = document;
  const time = find('[data-clock]', HTMLElement);
  const note = find('[data-wall-note]', HTMLElement);
  const money = find('[data-hide-money]', HTMLButtonElement);
  const buttons = [...document.querySelectorAll('[data-wall-switch]')];
  let on = false;
  let timer = 0;

  const scale = () => {
    root.style.setProperty('--zoom', String(on && innerWidth >= FOLDS ? innerWidth / DRAWN : 1));
    resized();
  };
  const turn = (/** @type {boolean} */ wanted) => {
    on = wanted;
    body.toggleAttribute('data-wall', on);
    for (const button of buttons) setAttribute(button, 'aria-pressed', String(on));
    const address = new URL(location.href);
    if (on) address.searchParams.set('wall', '');
    else address.searchParams.delete('wall');
    history.replaceState(null, '', address);
    scale();
  };
  const come = () => {
    body.setAttribute('data-controls', '');
    clearTimeout(timer);
    timer = setTimeout(() => body.removeAttribute('data-controls'), STAY);
  };

  for (const button of buttons) {
    button.addEventListener('click', () => {
      turn(!on);
      // A browser that has no full screen still has the wall screen.
      if (on) root.requestFullscreen?.().catch(() => {});
      else if (document.fullscreenElement) document.exitFullscreen();
    });
  }
  money.addEventListener('click', () => {
    const hidden = body.toggleAttribute('data-no-money');
    setText(money, hidden ? 'Show money' : 'Hide money');
  });
  document.addEventListener('fullscreenchange', () => { if (on && !document.fullscreenElement) turn(false); });
  addEventListener('resize', () => { if (on) scale(); });
  for (const sign of ['pointermove', 'pointerdown', 'keydown']) addEventListener(sign, () => { if (on) come(); });
  if (new URLSearchParams(location.search).has('wall')) turn(true);

  return ({ frame, now }) => {
    if (!on) return;
    setText(time, clock(now));
    setText(note, frame ? `last ${frame.window} min` : '');
  };
}
