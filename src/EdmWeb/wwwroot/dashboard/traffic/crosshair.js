/// <reference path="../vendor.d.ts" />
import { clock } from '../format.js';
import { KINDS } from './series.js';

/** @typedef {import('./series.js').Series} Series */
/** @typedef {import('./palette.js').Palette} Palette */

/**
 * One moment of the plot: a line, an open dot on every edge, the time as a pill on the axis.
 * @param {Chart} chart @param {Series} series @param {Palette} palette @param {number} index
 */
export function drawCrosshair({ ctx, chartArea, scales }, { from, step, bands, edges, before }, palette, index) {
  const { left, right, top, bottom } = chartArea;
  const x = scales.x.getPixelForValue(from + index * step);
  ctx.save();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(Math.round(x) + 0.5, top);
  ctx.lineTo(Math.round(x) + 0.5, bottom);
  ctx.stroke();

  const dot = (/** @type {number} */ value, /** @type {number} */ radius, /** @type {string} */ colour) => {
    ctx.beginPath();
    ctx.arc(x, scales.y.getPixelForValue(value), radius, 0, 2 * Math.PI);
    ctx.fillStyle = palette.surface;
    ctx.strokeStyle = colour;
    ctx.fill();
    ctx.stroke();
  };
  dot(before[index], 2.5, palette.ghost);
  ctx.lineWidth = 1.8;
  for (const kind of KINDS) {
    if (bands[kind][index] > 0) dot(edges[kind][index], 3.6, palette[kind].line);
  }

  const text = clock(from + index * step);
  ctx.font = palette.bold;
  const width = ctx.measureText(text).width + 14;
  const pill = Math.min(Math.max(x - width / 2, left - 12), right - width + 12);
  ctx.fillStyle = palette.ink;
  ctx.beginPath();
  ctx.roundRect(pill, bottom + 4, width, 20, 4);
  ctx.fill();
  ctx.fillStyle = palette.surface;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, pill + width / 2, bottom + 14.5);
  ctx.restore();
}
