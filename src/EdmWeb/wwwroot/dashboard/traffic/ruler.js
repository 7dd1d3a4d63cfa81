/// <reference path="../vendor.d.ts" />
import { axis, clockMinute } from '../format.js';

/** @typedef {import('./series.js').Series} Series */
/** @typedef {import('./palette.js').Palette} Palette */

const MINUTE = 60_000;
/** By window: a tick each, a label each, and a label each where it is narrow. */
const rulers = {
  5: [10_000, MINUTE, MINUTE],
  30: [MINUTE, 5 * MINUTE, 10 * MINUTE],
  60: [MINUTE, 10 * MINUTE, 15 * MINUTE],
};

/**
 * The x axis as a ruler: a short tick each minute, a long one with its time each five.
 * @param {Chart} chart @param {Series} series @param {Palette} palette
 */
export function drawRuler({ ctx, chartArea, scales }, { from, step, window, before }, palette) {
  const { left, right, bottom } = chartArea;
  const [tick, wide, narrow] = rulers[window];
  const label = (right - left) / ((window * MINUTE) / wide) < 56 ? narrow : wide;
  const to = from + (before.length - 1) * step;
  const base = Math.round(bottom) + 0.5;
  ctx.save();
  ctx.strokeStyle = palette.control;
  ctx.lineWidth = 1;
  ctx.fillStyle = palette.note;
  ctx.font = palette.font;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.beginPath();
  ctx.moveTo(left, base);
  ctx.lineTo(right, base);
  for (let moment = Math.ceil(from / tick) * tick; moment <= to; moment += tick) {
    const x = Math.round(scales.x.getPixelForValue(moment)) + 0.5;
    const long = moment % label === 0;
    ctx.moveTo(x, base);
    ctx.lineTo(x, base + (long ? 7 : 4));
    if (long && x > left + 12) ctx.fillText(clockMinute(moment), Math.min(x, right - 4), base + 11);
  }
  ctx.stroke();
  ctx.restore();
}

/**
 * The y axis: round levels, from edge to edge.
 * @param {Chart} chart @param {Palette} palette
 */
export function drawLevels({ ctx, chartArea, scales, options }, palette) {
  const { left, right } = chartArea;
  const step = options.scales.y.ticks.stepSize;
  ctx.save();
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  ctx.fillStyle = palette.note;
  ctx.font = palette.font;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.beginPath();
  for (let level = 0; level <= scales.y.max + step / 2; level += step) {
    const y = Math.round(scales.y.getPixelForValue(level)) + 0.5;
    ctx.moveTo(left, y);
    ctx.lineTo(right, y);
    ctx.fillText(axis(level), left - 8, y);
  }
  ctx.stroke();
  ctx.restore();
}
