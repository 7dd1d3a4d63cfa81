/// <reference path="../vendor.d.ts" />
import { find } from '../../look/dom.js';
import { setAttribute } from '../dom.js';
import { followCursor } from '../traffic/cursor.js';
import { palette } from './palette.js';
import { BAR } from './marks.js';

/** @typedef {import('./palette.js').Palette} Palette */
/** @typedef {import('./steps.js').Steps} Steps */

/**
 * What a plot shows at present.
 * @typedef {object} Shown
 * @property {Steps} steps
 * @property {boolean} bars else an area
 * @property {{ tick: number, ceiling: number }} axis
 * @property {{ left: number, right: number }} room px beside the plot, for the labels
 */

/**
 * @typedef {object} Drawing
 * @property {(chart: Chart, shown: Shown, palette: Palette, chosen: number | null) => void} below what lies under bars and areas
 * @property {(chart: Chart, shown: Shown, palette: Palette, chosen: number | null) => void} above
 * @property {(palette: Palette) => string} fill of bars and areas
 * @property {(chosen: number | null) => void} tell the title row
 * @property {(index: number) => string} say for who does not see it
 */

/**
 * Chart.js, made once, its points replaced in place; it keeps the scales, the bars and the area. Lines, axes and the
 * crosshair are drawn by us. Pointer and arrow keys choose a step.
 * @param {HTMLElement} root @param {Drawing} drawing
 */
export function createPlot(root, drawing) {
  const plot = find('[data-past-plot]', HTMLElement, root);
  let stale = false;
  let colours = palette(stale);
  /** @type {Shown | null} */ let shown = null;
  /** The chosen step's start: its place moves on when a new step begins. @type {number | null} */
  let start = null;

  const chart = new Chart(find('canvas', HTMLCanvasElement, plot), {
    type: 'bar',
    data: {
      datasets: [
        { type: 'bar', data: [], grouped: false, barPercentage: BAR, categoryPercentage: 1, borderWidth: 0 },
        { type: 'line', data: [], fill: 'origin', borderWidth: 0, pointRadius: 0 },
      ],
    },
    options: {
      animation: false, parsing: false, normalized: true, maintainAspectRatio: false, events: [],
      layout: { padding: { top: 8, right: 0, bottom: 28, left: 0 } },
      plugins: { legend: false, tooltip: false, title: false, subtitle: false },
      scales: { x: { type: 'linear', display: false, offset: false }, y: { type: 'linear', display: false, min: 0 } },
    },
    plugins: [{
      id: 'edm-past',
      beforeDatasetsDraw(/** @type {Chart} */ drawn) { if (shown) drawing.below(drawn, shown, colours, chosen()); },
      afterDatasetsDraw(/** @type {Chart} */ drawn) { if (shown) drawing.above(drawn, shown, colours, chosen()); },
    }],
  });

  const chosen = () => {
    const index = start === null ? -1 : shown?.steps.starts.indexOf(start) ?? -1;
    return index < 0 ? null : index;
  };
  const count = () => shown?.steps.walls.length ?? 0;
  const tell = () => {
    const index = chosen();
    drawing.tell(index);
    setAttribute(plot, 'aria-valuemax', String(Math.max(0, count() - 1)));
    setAttribute(plot, 'aria-valuenow', String(index ?? Math.max(0, count() - 1)));
    setAttribute(plot, 'aria-valuetext', index !== null ? drawing.say(index) : count() > 0 ? 'no moment chosen' : 'nothing yet');
  };
  const paint = () => {
    colours = palette(stale);
    const fill = drawing.fill(colours);
    const open = shown?.steps.open ?? -1;
    chart.data.datasets[0].backgroundColor = /** @type {any} */ (chart.data.datasets[0].data.map(({ x }) => (x === open ? faded(fill) : fill)));
    chart.data.datasets[1].backgroundColor = fill;
    chart.update('none');
  };
  addEventListener('edm-theme', paint);

  followCursor(plot, {
    count, chosen,
    at: (x) => Math.round(chart.scales.x.getValueForPixel(x) ?? 0),
    choose(index) {
      start = index === null ? null : shown?.steps.starts[index] ?? null;
      tell();
      chart.draw();
    },
  });

  return {
    /** @param {Shown} next @param {boolean} grey whether the figures are old */
    show(next, grey) {
      shown = next;
      stale = grey;
      const { steps: { values }, bars, axis, room } = next;
      const points = values.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
      chart.data.datasets[0].data = bars ? points : [];
      chart.data.datasets[1].data = bars ? [] : points;
      const { x, y } = chart.options.scales;
      const last = values.length - 1;
      Object.assign(x, bars ? { min: -0.5, max: last + 0.5 } : { min: 0, max: Math.max(1, last) });
      y.max = axis.ceiling;
      Object.assign(chart.options.layout.padding, room);
      paint();
      tell();
    },
  };
}

/** @param {string} colour #rrggbb */
const faded = (colour) => `${colour}8c`;
