import { find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { UNKNOWN, axis as axisLabel, count } from '../format.js';
import { axisOf } from '../traffic/series.js';
import { drawLevels, drawRuler } from './axes.js';
import { drawCrosshair, drawLine } from './marks.js';
import { valuesOf } from './over-time.js';
import { createPlot } from './plot.js';
import { NO_STEPS, momentText, peakOf, stepsOf } from './steps.js';
import { roomOf } from './words.js';

/** @typedef {import('./answers.js').Answers} Answers */

/**
 * Page loads at the left axis and visitors at the right, which has a scale of its own: on one, who has ten pages a visitor
 * would see his visitors as a line along the ground. Here the marks' names give way to the moment's figures.
 * @returns {(answers: Answers, stale: boolean) => void}
 */
export function createVisits() {
  const root = find('[data-past-panel="visits"]', HTMLElement);
  const title = find('[data-title]', HTMLElement, root);
  const none = find('[data-none]', HTMLElement, root);
  const area = find('[data-past-plot]', HTMLElement, root);
  const [loadsKey, visitorsKey] = ['loads', 'visitors'].map((name) => find(`[data-key-${name}]`, HTMLElement, root));
  let steps = NO_STEPS;
  /** @type {(number | null)[]} */ let visitors = [];
  let right = axisOf(0, 5);

  const plot = createPlot(root, {
    fill: (palette) => `${palette.pageloads.line}1a`,
    below(chart, { axis }, palette) {
      drawLevels(chart, palette, axis, axisLabel, 'left');
      if (visitors.length > 0) drawLevels(chart, { ...palette, note: palette.visitors }, right, axisLabel, 'right');
    },
    above(chart, _, palette, chosen) {
      const { top, bottom } = chart.chartArea;
      const y = (/** @type {number} */ value) => chart.scales.y.getPixelForValue(value);
      const yRight = (/** @type {number} */ value) => bottom - (value / right.ceiling) * (bottom - top);
      drawLine(chart, steps.values, steps.open, y, { colour: palette.pageloads.line, width: 1.6 });
      drawLine(chart, visitors, steps.open, yRight, { colour: palette.visitors, width: 1.6 });
      drawRuler(chart, steps, palette, chosen);
      if (chosen === null) return;
      const [loads, people] = [steps.values[chosen], visitors[chosen] ?? null];
      drawCrosshair(chart, chosen, momentText(steps.walls[chosen], steps.by), [
        ...(people === null ? [] : [{ y: yRight(people), colour: palette.visitors }]),
        ...(loads === null ? [] : [{ y: y(loads), colour: palette.pageloads.line }]),
      ], palette);
    },
    tell(chosen) {
      setText(loadsKey, chosen === null ? 'loads' : loads(chosen));
      setText(visitorsKey, visitors.length === 0 ? 'visitors: by hour or day' : chosen === null ? 'visitors' : figure(visitors[chosen] ?? null));
    },
    say: (index) => `${momentText(steps.walls[index], steps.by)}: ${loads(index)} page loads${index === steps.open ? ' so far' : ''}; ${people(index)}`,
  });
  const loads = (/** @type {number} */ index) => figure(steps.values[index]);
  const people = (/** @type {number} */ index) => (visitors.length > 0 ? `${figure(visitors[index] ?? null)} visitors` : 'visitors by the hour or day alone');

  return (answers, stale) => {
    const { pageloads, period, now } = answers;
    steps = stepsOf({ at: pageloads.at, values: valuesOf(pageloads) }, null, period, now);
    visitors = answers.visitors ? stepsOf({ at: answers.visitors.at, values: valuesOf(answers.visitors) }, null, period, now).values : [];
    setText(title, answers.visitors ? 'Page loads and visitors' : 'Page loads');
    setShown(none, peakOf(steps) === 0);
    const most = area.clientHeight < 220 ? 4 : 5;
    const left = axisOf(peakOf(steps), most);
    right = levelled(Math.max(0, ...visitors.map((value) => value ?? 0)), left);
    plot.show({ steps, bars: false, axis: left, room: { left: roomOf(left, axisLabel), right: visitors.length > 0 ? roomOf(right, axisLabel) : 6 } }, stale);
  };
}

/** @param {number | null} value */
const figure = (value) => (value === null ? UNKNOWN : count(value));

/**
 * An axis of round steps on the levels of another one, so that one set of lines serves both.
 * @param {number} peak @param {{ tick: number, ceiling: number }} other
 */
function levelled(peak, { tick, ceiling }) {
  const levels = Math.round(ceiling / tick);
  const least = Math.max(1, peak / levels);
  const power = 10 ** Math.floor(Math.log10(least));
  const round = power * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => step * power >= least - 1e-9) ?? 10);
  return { tick: round, ceiling: round * levels };
}
