import { element } from '../../look/dom.js';
import { bought, sumOf } from '../bought.js';
import { lastOrder } from '../order.js';

/** This tab's newest order; loaded again, it shows it again and orders nothing. @type {import('../views.js').Show} */
export const thanks = ({ catalogue }) => {
  const order = lastOrder(catalogue);
  return {
    title: 'Thank you · Fix Coffee',
    name: 'thanks',
    content: order && order.lines.length ? [
      element('h1', { tabindex: '-1' }, 'Thank you'),
      element('p', { class: 'lead' }, 'The order ', element('b', { class: 'mono' }, order.id), ' is counted, and nothing was charged or shipped: this is a demo shop.'),
      element('ul', { class: 'cart-lines thanks-lines' }, ...order.lines.map((line) => bought(line, 'cart-line'))),
      sumOf(order.lines, 'thanks-lines'),
      ...ways(),
    ] : [
      element('h1', { tabindex: '-1' }, 'No order yet'),
      element('p', { class: 'lead' }, 'Nothing was ordered in this tab.'),
      ...ways(),
    ],
  };
};

const ways = () => [element('p', { class: 'ways' },
  element('a', { class: 'button button-primary', href: '/dashboard', 'data-edm-click': 'see-it-live' }, 'See it live'),
  element('a', { class: 'button', href: '/', 'data-edm-click': 'back-to-the-shop' }, 'Back to the shop'))];
