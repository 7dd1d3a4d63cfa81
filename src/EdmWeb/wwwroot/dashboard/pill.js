/// <reference path="./vendor.d.ts" />

/**
 * The chosen moment in words, on the axis under the crosshair. It sets the font, the fill and the place of texts.
 * @param {Chart} chart @param {{ ink: string, surface: string, bold: string }} palette @param {number} x of the crosshair @param {string} text
 */
export function drawPill({ ctx, chartArea: { left, right, bottom } }, palette, x, text) {
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
}
