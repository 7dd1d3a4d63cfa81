import { count, figure } from '../format.js';
import { createBars, gathered } from './bars.js';
import { difference } from './change.js';
import { createTile } from './tile.js';

export const createOrders = () => createTile('orders', ({ figures: { orders }, traffic, window }) => ({
  figure: figure(orders.value),
  unit: '',
  change: difference(orders),
  series: gathered(traffic.orders, traffic),
  before: [],
  explanation: `order_completed in the last ${window} minutes, each order_id once. ${
    orders.before === null ? 'Nothing is known of' : `${count(orders.before)} in`} the ${window} minutes before.`,
}), createBars);
