import { createNow } from './now.js';

export const createActiveCarts = () => createNow(
  'active-carts', 'activeCarts', 'Visitors seen in the last 10 minutes with a product_added in the last 60 that was neither taken out nor ordered.');
