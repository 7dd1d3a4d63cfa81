// A canvas knows no custom properties: the tokens are read when the theme or the state changes.

/** @typedef {ReturnType<typeof readPalette>} Palette */

/** @param {boolean} stale whether the figures are old: then every line is grey */
export function readPalette(stale) {
  const style = getComputedStyle(document.documentElement);
  const token = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const alpha = Math.round(parseFloat(token('--area')) * 2.55).toString(16).padStart(2, '0');
  const band = (/** @type {string} */ name) => {
    const line = token(stale ? '--stale' : name);
    return { line, fill: line + alpha };
  };
  return {
    pageloads: band('--pageload'), clicks: band('--click'), commerce: band('--commerce'),
    ghost: token(stale ? '--stale' : '--ghost'),
    ink: token('--ink'), note: token('--ink-3'), surface: token('--surface'), control: token('--control'), line: token('--line'),
    font: `11px ${token('--sans')}`,
    bold: `600 11.5px ${token('--sans')}`,
  };
}
