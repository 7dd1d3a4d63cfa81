/// <reference path="../vendor.d.ts" />
import { clock } from '../format.js';
import { drawPill } from '../pill.js';
import { KINDS } from './series.js';

/** @typedef {import('./series.js').Series} Series */
/** @typedef {import('./palette.js').Palette} Palette */

/**
 * One moment of the plot: a line, an open dot on every edge, the time as a pill on the axis.
 * @param {Chart} chart @param {Series} series @param {Palette} palette @param {number} index
 */
export function drawCrosshair(chart, { from, step, bands, edges, before }, palette, index) {
  const { ctx, chartArea: { top, bottom }, scales } = chart;
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

  drawPill(chart, palette, x, clock(from + index * step));
  ctx.restore();
}
