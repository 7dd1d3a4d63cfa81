/// <reference path="../vendor.d.ts" />
import { KINDS } from './series.js';

/** @typedef {import('./series.js').Series} Series */

const DASH = [3, 3];

/**
 * The upper edge of each band, and the window before as a ghost. Chart.js can style a line by segments, but asks for every
 * one of them in every frame; that alone took a third of the time.
 * @param {Chart} chart @param {Series} series @param {import('./palette.js').Palette} palette
 */
export function drawLines({ ctx, scales }, { from, step, edges, bands, before }, palette) {
  const start = scales.x.getPixelForValue(from);
  const stride = scales.x.getPixelForValue(from + step) - start;
  const zero = scales.y.getPixelForValue(0);
  const unit = scales.y.getPixelForValue(1) - zero;

  /**
   * Where nothing was there is no line: one along 0 would say that something was.
   * @type {(edge: number[], band: number[], first: number, last: number) => void}
   */
  const trace = (edge, band, first, last) => {
    ctx.beginPath();
    for (let index = first; index <= last; index++) {
      const x = start + index * stride;
      const y = zero + edge[index] * unit;
      if (index === first || (band[index - 1] === 0 && band[index] === 0)) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    ctx.stroke();
  };

  const last = before.length - 1;
  ctx.save();
  ctx.lineJoin = 'round';
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = palette.ghost;
  ctx.setLineDash(DASH);
  trace(before, before, 0, last);
  ctx.lineWidth = 1.6;
  for (const kind of KINDS) {
    ctx.strokeStyle = palette[kind].line;
    ctx.setLineDash([]);
    trace(edges[kind], bands[kind], 0, last - 1);
    ctx.setLineDash(DASH); // the last step is not over
    trace(edges[kind], bands[kind], last - 1, last);
  }
  ctx.restore();
}
