import { count } from '../format.js';
import { difference } from './change.js';
import { createTile } from './tile.js';

export const createVisitorsNow = () => createTile('visitors-now', ({ figures: { visitorsNow }, window }) => ({
  figure: count(visitorsNow.value),
  unit: '',
  change: difference(visitorsNow),
  series: visitorsNow.series,
  before: [],
  explanation: `Distinct visitors seen in the last 5 minutes, by whatever they did. ${
    visitorsNow.before === null ? `Nobody counted ${window} minutes before.` : `${count(visitorsNow.before)} of them ${window} minutes before.`}`,
}));
