/// <reference path="../vendor.d.ts" />
import { find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { clock, rate } from '../format.js';
import { createChart } from './chart.js';
import { drawCrosshair } from './crosshair.js';
import { followCursor } from './cursor.js';
import { drawLines } from './lines.js';
import { readPalette } from './palette.js';
import { createReadouts } from './readouts.js';
import { drawLevels, drawRuler } from './ruler.js';
import { KINDS, differ, seriesOf } from './series.js';

/** @typedef {import('../live/frame.js').Frame} Frame */
/** @typedef {import('./series.js').Series} Series */

/** Of the peak: what changes by less is hardly a pixel, and waits until the chart is this old. */
const VISIBLE = 0.01;
const OLD = 1000;

/** The traffic panel. @returns {{ draw: (view: import('../live/store.js').View) => void, scale: () => void }} scale: the wall screen is drawn larger */
export function createTraffic() {
  const root = find('[data-panel="traffic"]', HTMLElement);
  const plot = find('[data-plot]', HTMLElement, root);
  const note = find('[data-note]', HTMLElement, root);
  const readouts = createReadouts(find('[data-readouts]', HTMLElement, root));
  /** @type {Frame | null} */ let frame = null;
  /** @type {Series | null} */ let series = null;
  let drawnAt = 0;
  /** @type {number | null} */ let moment = null;
  let stale = false;
  let palette = readPalette(stale);

  const { chart, show, paint, scale } = createChart(find('canvas', HTMLCanvasElement, plot), {
    id: 'edm-overlay',
    beforeDatasetsDraw(/** @type {Chart} */ drawn) { drawLevels(drawn, palette); },
    afterDatasetsDraw(/** @type {Chart} */ drawn) {
      if (!series) return;
      drawLines(drawn, series, palette);
      drawRuler(drawn, series, palette);
      readouts.place(drawn, series, palette);
      const index = chosen();
      if (index !== null) drawCrosshair(drawn, series, palette, index);
    },
  });
  paint(palette);

  const repaint = () => {
    palette = readPalette(stale);
    paint(palette);
  };
  addEventListener('edm-theme', repaint);

  const count = () => series?.before.length ?? 0;
  /** @returns the index of the chosen moment, null when there is none or it has left the window */
  const chosen = () => {
    if (moment === null || !series) return null;
    const index = Math.round((moment - series.from) / series.step);
    return index >= 0 && index < count() ? index : null;
  };
  const tell = () => {
    if (!series) return;
    const index = chosen();
    readouts.show(series, index ?? count() - 1);
    setAttribute(plot, 'aria-valuemax', String(count() - 1));
    setAttribute(plot, 'aria-valuenow', String(index ?? count() - 1));
    setAttribute(plot, 'aria-valuetext', index === null ? 'now' : spoken(series, index));
  };
  followCursor(plot, {
    count, chosen,
    at: (x) => (series ? Math.round(((chart.scales.x.getValueForPixel(x) ?? 0) - series.from) / series.step) : 0),
    choose(index) {
      moment = index === null || !series ? null : series.from + index * series.step;
      tell();
      chart.draw();
    },
  });

  const draw = (/** @type {import('../live/store.js').View} */ view) => {
    const grey = view.status.old !== '' || view.status.name === 'rebuilding';
    if (grey !== stale) {
      stale = grey;
      repaint();
    }
    if (view.frame === frame || !view.frame) return;
    frame = view.frame;
    const next = seriesOf(frame);
    if (series && !differ(series, next, Math.abs(frame.at - drawnAt) < OLD ? VISIBLE : 0)) return;
    series = next;
    drawnAt = frame.at;
    setText(note, `events a ${series.unit === '/s' ? 'second' : 'minute'}`);
    show(series);
    tell();
  };
  return { draw, scale };
}

/** @param {Series} series @param {number} index */
function spoken({ from, step, bands, before, unit }, index) {
  const [pageloads, clicks, commerce] = KINDS.map((kind) => bands[kind][index]);
  const every = unit === '/s' ? 'a second' : 'a minute';
  return `${clock(from + index * step)}: ${rate(pageloads + clicks + commerce)} events ${every}; ${rate(pageloads)} page loads, ${
    rate(clicks)} clicks, ${rate(commerce)} commerce; ${rate(before[index])} before`;
}
