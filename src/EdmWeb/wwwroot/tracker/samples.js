// @ts-check
// An event of each type to begin with, about what this demo sells.
const dripper = { product_id: 'dripper-02', name: 'Cone Dripper 02', category: 'brewers', price: 24.9, currency: 'USD' };
const chemex = { product_id: 'chemex-6', name: 'Chemex Classic', category: 'brewers', price: 39.99, currency: 'USD' };
const order = () => ({
  order_id: `try-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`,
  total: 49.8,
  currency: 'USD',
  products: [{ ...dripper, quantity: 2 }],
});
const promotion = { promotion_id: 'spring', name: 'Spring cleaning' };

/** @type {Record<string, () => object>} */
export const samples = {
  product_viewed: () => dripper,
  product_added: () => ({ ...dripper, quantity: 1 }),
  product_removed: () => ({ ...dripper, quantity: 1 }),
  product_clicked: () => chemex,
  product_list_viewed: () => ({ list_id: 'brewers', category: 'brewers', products: [dripper, chemex] }),
  cart_viewed: () => ({ products: [{ ...dripper, quantity: 2 }] }),
  checkout_started: order,
  checkout_step_viewed: () => ({ step: 1 }),
  checkout_step_completed: () => ({ step: 1 }),
  payment_info_entered: () => ({ order_id: order().order_id }),
  order_completed: order,
  order_updated: order,
  order_refunded: order,
  order_cancelled: order,
  products_searched: () => ({ query: 'dripper' }),
  coupon_applied: () => ({ order_id: order().order_id, coupon_id: 'spring-10' }),
  promotion_viewed: () => promotion,
  promotion_clicked: () => promotion,
};
