import { element } from '../../look/dom.js';
import { bought, sumOf } from '../bought.js';
import { drawing } from '../drawings.js';
import { checkoutStarted, stepCompleted, stepViewed } from '../events.js';
import { total } from '../money.js';
import { placeOrder } from '../order.js';
import { demo, form } from './checkout-form.js';

/** @typedef {import('../shop.js').Shop} Shop */
/** @typedef {import('../money.js').Line} Line */

/** What was typed, for as long as the page lives: it is neither kept nor sent. @type {Map<string, string>} */
const typed = new Map();

/** Two steps of one address, so that Back leads from the second to the first. @type {import('../views.js').Show} */
export const checkout = (shop) => {
  const lines = shop.cart.lines;
  if (lines.length === 0) return nothing();
  const step = history.state?.step === 2 && typed.size ? 2 : 1;
  return {
    title: `${step === 1 ? 'Checkout' : 'Review'} · Fix Coffee`,
    name: 'checkout',
    content: [
      element('div', { class: 'checkout-head' },
        element('a', { class: 'icon-button checkout-back', href: '/cart', 'aria-label': 'Back to the cart', 'data-edm-click': 'back-to-cart' }, '‹'),
        element('h1', { tabindex: '-1' }, step === 1 ? 'Checkout' : 'Review'),
        element('span', { class: 'note' }, `Step ${step} of 2`)),
      element('div', { class: 'progress', 'data-step': String(step), 'aria-hidden': 'true' }, element('i'), element('i')),
      element('div', { class: 'checkout' },
        summary(lines),
        step === 1 ? where(shop) : review(shop)),
    ],
    shown() {
      if (step === 1) checkoutStarted(lines);
      stepViewed(step);
    },
  };
};

/** @param {Shop} shop */
function where(shop) {
  return form(typed, () => {
    stepCompleted(1);
    shop.go('/checkout', { state: { step: 2 } });
  });
}

/** @param {Shop} shop */
function review(shop) {
  const place = element('button', { type: 'button', class: 'button button-primary', 'data-edm-click': 'place-order' }, 'Place the order');
  place.addEventListener('click', () => {
    place.disabled = true;
    if (shop.cart.count === 0) return shop.go('/cart', { replace: true }); // another tab has ordered it
    stepCompleted(2);
    placeOrder(shop.cart);
    typed.clear();
    shop.go('/thanks', { replace: true });
  });
  const [email, name, street, postcode, city, country] = typed.values();
  return element('div', { class: 'checkout-step' },
    element('h2', {}, 'Where it would go'),
    element('p', { class: 'address' }, name, element('br'), street, element('br'), `${postcode} ${city}`, element('br'), country, element('br'), email),
    element('a', { class: 'more', href: '/checkout', 'data-edm-click': 'change-address' }, 'Change it'),
    demo(),
    element('div', { class: 'checkout-action' }, place));
}

/** @param {Line[]} lines */
function summary(lines) {
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return element('details', { class: 'summary', ...(matchMedia('(min-width: 850px)').matches ? { open: '' } : {}) },
    element('summary', { 'data-edm-click': 'show-items' },
      element('span', { class: 'summary-pictures', 'aria-hidden': 'true' },
        ...lines.slice(0, 3).map(({ product }) => element('span', { class: 'thumbnail' }, drawing(product.drawing)))),
      element('span', { class: 'summary-words' }, element('b', {}, count === 1 ? '1 item' : `${count} items`), element('span', {}, total(lines))),
      element('span', { class: 'more summary-show' }, 'Show')),
    element('ul', {}, ...lines.map((line) => bought(line, 'summary-line'))),
    sumOf(lines));
}

/** @returns {import('../router.js').View} */
const nothing = () => ({
  title: 'Checkout · Fix Coffee',
  name: 'cart',
  content: [
    element('h1', { tabindex: '-1' }, 'Checkout'),
    element('p', { class: 'lead' }, 'There is nothing in the cart to check out.'),
    element('a', { class: 'button', href: '/kits', 'data-edm-click': 'empty-cart-kits' }, 'Browse kits'),
  ],
});
