/// <reference path="../vendor.d.ts" />
import { find } from '../../look/dom.js';
import { setProperty, setShown, setText } from '../dom.js';
import { rate } from '../format.js';
import { KINDS } from './series.js';

/** @typedef {import('./series.js').Series} Series */

const HEIGHT = 38;
const TOGETHER = 68;
const FROM_TOP = [...KINDS].reverse();

/**
 * The figures right of the plot: no legend box, each stands beside its band and is tied to it by a leader.
 * @param {HTMLElement} root
 */
export function createReadouts(root) {
  const part = (/** @type {string} */ name) => find(`[data-readout="${name}"]`, HTMLElement, root);
  const together = part('together');
  const rows = { pageloads: part('pageloads'), clicks: part('clicks'), commerce: part('commerce') };
  const value = (/** @type {HTMLElement} */ row) => find('[data-value]', HTMLElement, row);
  const before = find('[data-before]', HTMLElement, together);
  const units = root.querySelectorAll('[data-unit]');

  return {
    /** @param {Series} series @param {number} index of the moment to show */
    show({ bands, edges, before: ghost, unit }, index) {
      setText(value(together), rate(edges.commerce[index]));
      setText(before, `before ${rate(ghost[index])}`);
      for (const kind of KINDS) setText(value(rows[kind]), rate(bands[kind][index]));
      for (const node of units) setText(node, unit);
    },

    /**
     * Puts every readout as near to the right end of its band as the others let it, and draws the leaders.
     * @param {Chart} chart @param {Series} series @param {import('./palette.js').Palette} palette
     */
    place({ ctx, chartArea, scales }, { bands, edges }, palette) {
      const { right, top, bottom } = chartArea;
      const last = edges.commerce.length - 1;
      const middles = FROM_TOP.map((kind) => scales.y.getPixelForValue(edges[kind][last] - bands[kind][last] / 2));
      const roomy = bottom - top > TOGETHER + 3.5 * HEIGHT;
      setShown(together, roomy);
      let free = roomy ? top + TOGETHER : top;
      const places = middles.map((middle) => {
        const place = Math.max(free, middle);
        free = place + HEIGHT;
        return place;
      });
      let floor = bottom - 22;
      for (let row = places.length - 1; row >= 0; row--) {
        places[row] = Math.min(places[row], floor);
        floor = places[row] - HEIGHT;
      }
      ctx.save();
      ctx.lineWidth = 1.4;
      FROM_TOP.forEach((kind, row) => {
        setProperty(rows[kind], '--y', `${Math.round(places[row])}px`);
        ctx.strokeStyle = palette[kind].line;
        ctx.beginPath();
        ctx.moveTo(right + 3, middles[row]);
        ctx.lineTo(right + 12, places[row]);
        ctx.stroke();
      });
      ctx.restore();
    },
  };
}
