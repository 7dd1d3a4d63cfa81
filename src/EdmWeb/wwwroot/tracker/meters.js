// @ts-check
import { find } from '../look/dom.js';

/** @typedef {import('./edm.mjs').Edm} Edm */

/** Shows edm.stats(): at once when something comes back, and each second for what other tabs do. @param {Edm} edm */
export function showMeters(edm) {
  const cells = /** @type {const} */ (['queued', 'sent', 'refused', 'dropped', 'unconfirmed'])
    .map((name) => ({ name, cell: find(`[data-stat="${name}"]`, HTMLTableCellElement) }));
  const show = () => {
    const stats = edm.stats();
    for (const { name, cell } of cells) {
      const text = String(stats[name]);
      if (cell.textContent !== text) cell.textContent = text;
    }
  };
  for (const name of ['edm:answered', 'edm:waiting', 'edm:refused']) document.addEventListener(name, show);
  setInterval(() => { if (!document.hidden) show(); }, 1000);
  show();
  return show;
}
