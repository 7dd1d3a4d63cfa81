import { element, find } from '../../look/dom.js';
import { setShown, setText } from '../dom.js';
import { UNKNOWN, axis as axisLabel, count } from '../format.js';
import { axisOf } from '../traffic/series.js';
import { drawLevels, drawRuler } from './axes.js';
import { drawCrosshair, drawLine } from './marks.js';
import { valuesOf } from './over-time.js';
import { createPlot } from './plot.js';
import { createReading } from './reading.js';
import { NO_STEPS, momentText, peakOf, stepsOf } from './steps.js';
import { amountText, moneyAxis, roomOf } from './words.js';

/** @typedef {import('./answers.js').Answers} Answers */

/**
 * Revenue over time in one currency, which is chosen where there are several.
 * @param {(currency: string) => void} choose
 * @returns {(answers: Answers, stale: boolean) => void}
 */
export function createTakings(choose) {
  const root = find('[data-past-panel="takings"]', HTMLElement);
  const title = find('[data-title]', HTMLElement, root);
  const code = find('[data-code]', HTMLElement, root);
  const select = find('[data-currency]', HTMLSelectElement, root);
  const none = find('[data-none]', HTMLElement, root);
  const area = find('[data-past-plot]', HTMLElement, root);
  const reading = createReading(root);
  let steps = NO_STEPS;
  /** @type {number[]} */ let orders = [];
  /** @type {string | null} */ let currency = null;
  let label = axisLabel;
  select.addEventListener('change', () => choose(select.value));

  const say = (/** @type {number | null} */ value) => (value === null || currency === null ? UNKNOWN : amountText(value, currency));
  const then = (/** @type {number} */ index) => (steps.before[index] === null ? '' : `before ${say(steps.before[index])}`);
  const plot = createPlot(root, {
    fill: (palette) => `${palette.commerce.line}1a`,
    below: (chart, { axis }, palette) => drawLevels(chart, palette, axis, label, 'left'),
    above(chart, _, palette, chosen) {
      const y = (/** @type {number} */ value) => chart.scales.y.getPixelForValue(value);
      drawLine(chart, steps.before, -1, y, { colour: palette.ghost, width: 1.2, dashed: true });
      drawLine(chart, steps.values, steps.open, y, { colour: palette.commerce.line, width: 1.6 });
      drawRuler(chart, steps, palette, chosen);
      if (chosen === null) return;
      const dots = [{ value: steps.before[chosen], colour: palette.ghost }, { value: steps.values[chosen], colour: palette.commerce.line }];
      drawCrosshair(chart, chosen, momentText(steps.walls[chosen], steps.by),
        dots.flatMap(({ value, colour }) => (value === null ? [] : [{ y: y(value), colour }])), palette);
    },
    tell(chosen) {
      if (chosen === null) reading.rest('');
      else reading.show(momentText(steps.walls[chosen], steps.by), say(steps.values[chosen]), then(chosen), { value: steps.values[chosen], before: steps.before[chosen] });
    },
    say: (index) => `${momentText(steps.walls[index], steps.by)}: ${say(steps.values[index])} from ${
      count(orders[index] ?? 0)} orders in all currencies${index === steps.open ? ' so far' : ''}; ${then(index)}`,
  });

  return (answers, stale) => {
    const { revenue, revenueBefore, period, now } = answers;
    const of = (/** @type {import('./answers.js').Series} */ { at, series }) =>
      ({ at, values: series.find((one) => one.currency === currency)?.values ?? at.map(() => 0) });
    currency = answers.currency;
    orders = valuesOf(answers.orders);
    steps = stepsOf(of(revenue), revenueBefore && of(revenueBefore), period, now);
    label = currency === null ? axisLabel : moneyAxis(currency);
    setText(title, `Revenue per ${period.by}`);
    setText(code, currency ?? '');
    list(answers);
    reading.compare(revenueBefore !== null);
    setShown(none, peakOf(steps) === 0);
    const axis = axisOf(peakOf(steps), area.clientHeight < 220 ? 4 : 5);
    plot.show({ steps, bars: false, axis, room: { left: roomOf(axis, label), right: 6 } }, stale);
  };

  /** @param {Answers} answers */
  function list({ currencies, currency }) {
    setShown(code, currencies.length < 2);
    setShown(select, currencies.length > 1);
    if ([...select.options].map(({ value }) => value).join() !== currencies.join()) {
      select.replaceChildren(...currencies.map((one) => element('option', { value: one }, one)));
    }
    if (currency !== null && select.value !== currency) select.value = currency;
  }
}
