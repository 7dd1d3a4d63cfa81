import { readPalette } from '../traffic/palette.js';

/** @typedef {ReturnType<typeof palette>} Palette */

/** The tokens that the history's plots are drawn with. @param {boolean} stale */
export function palette(stale) {
  const style = getComputedStyle(document.documentElement);
  const token = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const base = readPalette(stale);
  return {
    ...base,
    tint: token(stale ? '--neutral-tint' : '--click-tint'),
    before: stale ? base.ghost : base.ink,
    visitors: stale ? base.ghost : token('--c6'),
    hover: token('--hover'),
  };
}
