import { count, figure } from '../format.js';
import { difference } from './change.js';
import { createTile } from './tile.js';

/**
 * A tile that shows how many there are at this moment, whatever the window.
 * @param {string} name @param {'visitorsNow' | 'activeCarts'} key @param {string} what
 */
export const createNow = (name, key, what) => createTile(name, ({ figures, window }) => {
  const { value, before, series, seriesBefore } = figures[key];
  return {
    figure: figure(value),
    unit: '',
    change: difference({ value, before }),
    series,
    before: seriesBefore,
    explanation: `${what} ${before === null ? `Nobody counted ${window} minutes ago.` : `${count(before)} of them ${window} minutes ago.`}`,
  };
});
