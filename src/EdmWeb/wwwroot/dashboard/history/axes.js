/// <reference path="../vendor.d.ts" />
import { dayText, timeText } from './steps.js';
import { DAY, HOUR, MINUTE } from './zone.js';

/** @typedef {import('./steps.js').Steps} Steps */
/** @typedef {import('./palette.js').Palette} Palette */

/** How wide a label of the x axis is, with the air around it. */
const LABEL = 64;
/** Labels stand this far apart: the first that leaves them room. */
const STRIDES = {
  day: [1, 2, 3, 5, 7, 14, 21, 28, 56].map((days) => days * DAY),
  hour: [1, 2, 3, 6, 12, 24, 48, 72, 168, 336].map((hours) => hours * HOUR),
  minute: [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE),
};

/**
 * The y axis: round levels from edge to edge, with their labels at one side.
 * @param {Chart} chart @param {Palette} palette
 * @param {{ tick: number, ceiling: number }} axis @param {(value: number) => string} label @param {'left' | 'right'} side
 */
export function drawLevels({ ctx, chartArea: { left, right, top, bottom } }, palette, { tick, ceiling }, label, side) {
  ctx.save();
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  ctx.fillStyle = palette.note;
  ctx.font = palette.font;
  ctx.textAlign = side === 'left' ? 'right' : 'left';
  ctx.textBaseline = 'middle';
  ctx.beginPath();
  for (let level = 0; level <= ceiling + tick / 2; level += tick) {
    const y = Math.round(bottom - (level / ceiling) * (bottom - top)) + 0.5;
    if (side === 'left') {
      ctx.moveTo(left, y);
      ctx.lineTo(right, y);
    }
    ctx.fillText(label(level), side === 'left' ? left - 8 : right + 8, y);
  }
  ctx.stroke();
  ctx.restore();
}

/**
 * The x axis as a ruler: a tick and a label at round moments; days are counted from the last one, which is today's.
 * @param {Chart} chart @param {Steps} steps @param {Palette} palette @param {number | null} chosen whose moment stands here too, so that labels make room
 */
export function drawRuler({ ctx, chartArea: { left, right, bottom }, scales: { x: scale } }, { walls, by, open }, palette, chosen) {
  const base = Math.round(bottom) + 0.5;
  ctx.save();
  ctx.strokeStyle = palette.control;
  ctx.lineWidth = 1;
  ctx.fillStyle = palette.note;
  ctx.font = palette.font;
  ctx.textBaseline = 'top';
  ctx.beginPath();
  ctx.moveTo(left, base);
  ctx.lineTo(right, base);
  const pill = by === 'day' ? 52 : 68;
  for (const index of labelled(walls, by, (right - left) / Math.max(1, walls.length))) {
    const x = Math.round(scale.getPixelForValue(index)) + 0.5;
    const text = by === 'day' && index === open ? 'today' : by === 'day' || walls[index] % DAY === 0 ? dayText(walls[index]) : timeText(walls[index]);
    const half = ctx.measureText(text).width / 2;
    ctx.moveTo(x, base);
    ctx.lineTo(x, base + 4);
    if (chosen !== null && Math.abs(x - scale.getPixelForValue(chosen)) < half + pill) continue;
    ctx.textAlign = x + half > right ? 'right' : x - half < left - 12 ? 'left' : 'center';
    ctx.fillText(text, x + half > right ? right : x - half < left - 12 ? left - 12 : x, base + 8);
  }
  ctx.stroke();
  ctx.restore();
}

/**
 * Which steps have a label.
 * @param {number[]} walls @param {Steps['by']} by @param {number} pitch px from one step to the next
 */
function labelled(walls, by, pitch) {
  const unit = STRIDES[by][0];
  const stride = STRIDES[by].find((each) => (each / unit) * pitch >= LABEL) ?? STRIDES[by].at(-1) ?? unit;
  const origin = by === 'day' ? walls.at(-1) ?? 0 : 0;
  return walls.flatMap((wall, index) => ((wall - origin) % stride === 0 ? [index] : []));
}
