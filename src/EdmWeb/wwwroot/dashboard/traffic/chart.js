/// <reference path="../vendor.d.ts" />
import { KINDS, axisOf } from './series.js';

/** @typedef {{ x: number, y: number }} Point */

/** Of the canvas: for the levels at the left, the readouts at the right and the ruler below. */
const PADDING = { top: 8, right: 92, bottom: 34, left: 32 };

/**
 * Chart.js, made once; afterwards its points are moved in place. It keeps the scales and draws the areas; lines, axes and
 * crosshair are the overlay's, since Chart.js measures its own anew in every frame.
 * @param {HTMLCanvasElement} canvas
 * @param {object} overlay a plugin
 */
export function createChart(canvas, overlay) {
  const chart = new Chart(canvas, {
    type: 'line',
    data: { datasets: KINDS.map((_, index) => ({ data: [], fill: index === 0 ? 'origin' : '-1', borderWidth: 0, pointRadius: 0 })) },
    options: {
      animation: false, parsing: false, normalized: true, maintainAspectRatio: false, events: [],
      layout: { padding: PADDING },
      plugins: { legend: false, tooltip: false, title: false, subtitle: false },
      scales: {
        // Hidden scales measure their labels all the same, unless there are none.
        x: { type: 'linear', display: false, ticks: { display: false } },
        y: { type: 'linear', display: false, ticks: { display: false }, min: 0 },
      },
    },
    plugins: [overlay],
  });

  return {
    chart,

    /** A canvas has as many dots as it is large on the screen. */
    scale() {
      chart.options.devicePixelRatio = devicePixelRatio * (canvas.currentCSSZoom ?? 1);
      chart.resize();
    },

    /** @param {import('./series.js').Series} series */
    show({ from, step, edges, before, peak }) {
      KINDS.forEach((kind, index) => move(chart.data.datasets[index].data, edges[kind], from, step));
      const { x, y } = chart.options.scales;
      const { tick, ceiling } = axisOf(peak, chart.height < 220 ? 3 : 5);
      Object.assign(x, { min: from, max: from + (before.length - 1) * step });
      y.max = ceiling;
      y.ticks.stepSize = tick;
      chart.update('none');
    },

    /** @param {import('./palette.js').Palette} palette */
    paint(palette) {
      KINDS.forEach((kind, index) => { chart.data.datasets[index].backgroundColor = palette[kind].fill; });
      chart.update('none');
    },
  };
}

/** @param {Point[]} points @param {number[]} values @param {number} from @param {number} step */
function move(points, values, from, step) {
  points.length = Math.min(points.length, values.length);
  values.forEach((y, index) => {
    const x = from + index * step;
    if (index < points.length) Object.assign(points[index], { x, y });
    else points.push({ x, y });
  });
}
