/// <reference path="../vendor.d.ts" />
import { find } from '../../look/dom.js';
import { setParts, setProperty, setShown, setText } from '../dom.js';
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
  const places = new Map(Object.entries({ together, ...rows }).map(([name, row]) => [name, find('[data-rate]', HTMLElement, row)]));
  const before = find('[data-before]', HTMLElement, together);

  return {
    /** @param {Series} series @param {number} index of the moment to show */
    show({ bands, edges, before: ghost, unit }, index) {
      const together = edges.commerce[index];
      for (const [name, place] of places) {
        setParts(place, [['data-value', rate(name === 'together' ? together : bands[/** @type {typeof KINDS[number]} */ (name)][index])], ['data-unit', unit]]);
      }
      setText(before, `before ${rate(ghost[index])}`);
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
      const rowsAt = middles.map((middle) => {
        const place = Math.max(free, middle);
        free = place + HEIGHT;
        return place;
      });
      let floor = bottom - 22;
      for (let row = rowsAt.length - 1; row >= 0; row--) {
        rowsAt[row] = Math.min(rowsAt[row], floor);
        floor = rowsAt[row] - HEIGHT;
      }
      ctx.save();
      ctx.lineWidth = 1.4;
      FROM_TOP.forEach((kind, row) => {
        setProperty(rows[kind], '--y', `${Math.round(rowsAt[row])}px`);
        ctx.strokeStyle = palette[kind].line;
        ctx.beginPath();
        ctx.moveTo(right + 3, middles[row]);
        ctx.lineTo(right + 12, rowsAt[row]);
        ctx.stroke();
      });
      ctx.restore();
    },
  };
}
