import { count, perTime } from '../format.js';
import { withOpenStep } from '../traffic/series.js';
import { percentage } from './change.js';
import { createTile } from './tile.js';

/**
 * A tile that shows how fast events of one kind come, over the window.
 * @param {string} name @param {import('../live/frame.js').Kind} kind @param {'/s' | '/min'} finest @param {string} what
 */
export const createRate = (name, kind, finest, what) => createTile(name, (frame) => {
  const { figures, traffic, window } = frame;
  const { value, before } = figures[kind];
  return {
    ...perTime(value, window * 60_000, finest),
    change: percentage(figures[kind]),
    series: withOpenStep(traffic[kind], frame),
    before: traffic.before[kind],
    explanation: `${what} in the last ${window} minutes, spread over them. ${count(value)} in all, ${
      before === null ? 'and nothing is known of' : `${count(before)} in`} the ${window} minutes before.`,
  };
});
