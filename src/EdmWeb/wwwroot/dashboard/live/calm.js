/** @typedef {import('./store.js').View} View */
/** @typedef {(view: View) => void} Draw */

/** A second, and a little less: frames do not come to the millisecond. */
const PAUSE = 950;
const FRAME = 250;
let panels = 0;

/**
 * Lets a panel draw once a second, for tables and lists: nobody reads them four times a second, and what they cost is most of a
 * frame. They take turns, so that no single frame pays for all. What is no mere move of figures is drawn at once.
 * @param {Draw} draw
 * @returns {Draw}
 */
export function calm(draw) {
  const turn = (panels++ * FRAME) % 1000;
  let drawn = Number.NEGATIVE_INFINITY;
  let shown = '';
  return (view) => {
    const now = performance.now();
    const showing = `${view.frame?.window} ${view.status.name}`;
    if (showing === shown && now - drawn < PAUSE) return;
    drawn = showing === shown ? now : now - turn;
    shown = showing;
    draw(view);
  };
}
