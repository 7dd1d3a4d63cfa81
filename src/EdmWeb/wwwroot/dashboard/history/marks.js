/// <reference path="../vendor.d.ts" />
import { drawPill } from '../pill.js';

/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {import('./steps.js').Steps} Steps */

const DASH = [3, 3];
const EDGE = 3;
const TICK = 2;
const OVER = 3;
/** Of a step's width. */
export const BAR = 0.66;

/** @param {Chart} chart px from one step to the next */
const pitchOf = ({ scales: { x } }) => x.getPixelForValue(1) - x.getPixelForValue(0);

/**
 * What stands on the bars: the edge in the full colour at the value, and the period before as a tick over both edges.
 * @param {Chart} chart @param {Steps} steps @param {Palette} palette
 */
export function drawEdges(chart, { values, before, open }, palette) {
  const { ctx, scales: { x, y } } = chart;
  const pitch = pitchOf(chart);
  const half = (pitch * BAR) / 2;
  const tick = Math.min(half + OVER, pitch / 2);
  const bottom = y.getPixelForValue(0);
  ctx.save();
  ctx.fillStyle = palette.clicks.line;
  values.forEach((value, index) => {
    if (!value) return;
    const top = y.getPixelForValue(value);
    ctx.globalAlpha = index === open ? 0.55 : 1;
    ctx.fillRect(x.getPixelForValue(index) - half, top, 2 * half, Math.min(EDGE, bottom - top));
  });
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.before;
  before.forEach((value, index) => {
    if (value === null) return;
    ctx.fillRect(x.getPixelForValue(index) - tick, Math.round(y.getPixelForValue(value)) - TICK / 2, 2 * tick, TICK);
  });
  ctx.restore();
}

/**
 * A line from step to step, dashed to the one that is not over; nothing where nothing is known.
 * @param {Chart} chart @param {(number | null)[]} values @param {number} open @param {(value: number) => number} y
 * @param {{ colour: string, width: number, dashed?: boolean }} style
 */
export function drawLine({ ctx, scales: { x } }, values, open, y, { colour, width, dashed = false }) {
  const last = values.findLastIndex((value) => value !== null);
  const whole = open >= 0 && open === last ? last - 1 : last;
  ctx.save();
  ctx.lineJoin = 'round';
  ctx.lineWidth = width;
  ctx.strokeStyle = colour;
  const trace = (/** @type {number} */ from, /** @type {number} */ to) => {
    ctx.beginPath();
    for (let index = Math.max(0, from); index <= to; index++) {
      const value = values[index];
      if (value === null) continue;
      if (index === from || index === 0 || values[index - 1] === null) ctx.moveTo(x.getPixelForValue(index), y(value));
      else ctx.lineTo(x.getPixelForValue(index), y(value));
    }
    ctx.stroke();
  };
  ctx.setLineDash(dashed ? DASH : []);
  trace(0, whole);
  ctx.setLineDash(DASH);
  if (whole < last) trace(whole, last);
  // One step alone has no line: a short one says that it is there.
  if (values.length === 1 && values[0] !== null) {
    ctx.fillStyle = colour;
    ctx.fillRect(x.getPixelForValue(0), y(values[0]) - width / 2, 12, width);
  }
  ctx.restore();
}

/**
 * One moment of a plot: a line, an open dot on each value, the moment as a pill on the axis.
 * @param {Chart} chart @param {number} index @param {string} text @param {{ y: number, colour: string }[]} dots @param {Palette} palette
 */
export function drawCrosshair(chart, index, text, dots, palette) {
  const { ctx, chartArea: { top, bottom }, scales } = chart;
  const x = Math.round(scales.x.getPixelForValue(index)) + 0.5;
  ctx.save();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
  ctx.lineWidth = 1.8;
  ctx.fillStyle = palette.surface;
  for (const { y, colour } of dots) {
    ctx.beginPath();
    ctx.arc(x, y, 3.4, 0, 2 * Math.PI);
    ctx.strokeStyle = colour;
    ctx.fill();
    ctx.stroke();
  }
  drawPill(chart, palette, x, text);
  ctx.restore();
}

/** The step that is looked at, behind its bar. @param {Chart} chart @param {number} index @param {Palette} palette */
export function drawBand(chart, index, { hover }) {
  const { ctx, chartArea: { top, bottom }, scales: { x } } = chart;
  const pitch = pitchOf(chart);
  ctx.save();
  ctx.fillStyle = hover;
  ctx.fillRect(x.getPixelForValue(index) - pitch / 2, top, pitch, bottom - top);
  ctx.restore();
}
