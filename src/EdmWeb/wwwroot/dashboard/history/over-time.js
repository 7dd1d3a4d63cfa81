import { find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { UNKNOWN, axis as axisLabel, count } from '../format.js';
import { axisOf } from '../traffic/series.js';
import { drawLevels, drawRuler } from './axes.js';
import { drawBand, drawCrosshair, drawEdges, drawLine } from './marks.js';
import { createPlot } from './plot.js';
import { createReading } from './reading.js';
import { NO_STEPS, momentText, peakOf, stepsOf } from './steps.js';
import { roomOf } from './words.js';

/** @typedef {import('./answers.js').Answers} Answers */

/** Bars that are narrower than this, with their gap, are drawn as an area. */
const NARROWEST = 3.5;

/** Clicks per minute, hour or day: bars, with the period before as ticks. @returns {(answers: Answers, stale: boolean) => void} */
export function createClicks() {
  const root = find('[data-past-panel="over-time"]', HTMLElement);
  const title = find('[data-title]', HTMLElement, root);
  const none = find('[data-none]', HTMLElement, root);
  const area = find('[data-past-plot]', HTMLElement, root);
  const reading = createReading(root);
  let steps = NO_STEPS;
  let name = '';

  const plot = createPlot(root, {
    fill: (palette) => (steps.values.length * NARROWEST > area.clientWidth ? palette.clicks.fill : palette.tint),
    below(chart, { axis, bars }, palette, chosen) {
      if (chosen !== null && bars) drawBand(chart, chosen, palette);
      drawLevels(chart, palette, axis, axisLabel, 'left');
    },
    above(chart, { bars }, palette, chosen) {
      const y = (/** @type {number} */ value) => chart.scales.y.getPixelForValue(value);
      if (bars) drawEdges(chart, steps, palette);
      else {
        drawLine(chart, steps.before, -1, y, { colour: palette.ghost, width: 1.2, dashed: true });
        drawLine(chart, steps.values, steps.open, y, { colour: palette.clicks.line, width: 1.6 });
      }
      drawRuler(chart, steps, palette, chosen);
      if (chosen === null) return;
      const value = steps.values[chosen];
      drawCrosshair(chart, chosen, momentText(steps.walls[chosen], steps.by), bars || value === null ? [] : [{ y: y(value), colour: palette.clicks.line }], palette);
    },
    tell(chosen) {
      if (chosen === null) reading.rest(name);
      else reading.show(momentText(steps.walls[chosen], steps.by), figure(steps.values[chosen]), then(chosen), { value: steps.values[chosen], before: steps.before[chosen] });
    },
    say: (index) => `${momentText(steps.walls[index], steps.by)}: ${figure(steps.values[index])} clicks${index === steps.open ? ' so far' : ''}; ${then(index)}`,
  });
  const then = (/** @type {number} */ index) => (steps.before[index] === null ? '' : `before ${figure(steps.before[index])}`);

  /** All marks are new when one has other words, so that none has moved. @param {string} words */
  const explain = (words) => {
    const keys = find('.keys', HTMLElement, root);
    if (find('[data-same]', HTMLElement, keys).textContent === words) return;
    const others = /** @type {HTMLElement} */ (keys.cloneNode(true));
    setText(find('[data-same]', HTMLElement, others), words);
    keys.replaceWith(others);
  };

  return ({ clicks, clicksBefore, period, now }, stale) => {
    name = period.name;
    steps = stepsOf({ at: clicks.at, values: valuesOf(clicks) }, clicksBefore && { at: clicksBefore.at, values: valuesOf(clicksBefore) }, period, now);
    setText(title, `Clicks per ${period.by}`);
    explain(`same ${period.by}, ${name} before`);
    reading.compare(clicksBefore !== null);
    setShown(none, peakOf(steps) === 0);
    const axis = axisOf(peakOf(steps), area.clientHeight < 220 ? 4 : 5);
    const bars = steps.values.length * NARROWEST <= area.clientWidth;
    plot.show({ steps, bars, axis, room: { left: roomOf(axis, axisLabel), right: 0 } }, stale);
  };
}

/** @param {number | null} value */
const figure = (value) => (value === null ? UNKNOWN : count(value));

/** @param {import('./answers.js').Series} series without a currency there is one */
export const valuesOf = ({ series }) => series[0]?.values ?? [];
