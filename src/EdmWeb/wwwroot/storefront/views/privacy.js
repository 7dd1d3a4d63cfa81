import { element } from '../../look/dom.js';
import { say } from '../say.js';
import { whySilent } from '../../look/silence.js';

/** @type {Window & { edm?: { optIn(): void, optOut(): void } }} */
const page = window;

/** What is sent, word for word, and the switch. @type {import('../views.js').Show} */
export const privacy = () => ({
  title: 'Privacy · Fix Coffee',
  name: 'privacy',
  content: [
    element('h1', { tabindex: '-1' }, 'Privacy'),
    element('p', { class: 'lead' }, 'This shop counts what happens in it. This is all that it sends, to its own server and to nobody else.'),
    control(),
    element('h2', {}, 'What is sent'),
    element('dl', { class: 'facts' },
      row('A page', 'Its address and title, the page before it, and what your browser calls itself.'),
      row('A button', 'Its name, the words on it, and the product that it belongs to.'),
      row('A product, the cart, an order', 'Which product, how many, its price; of an order its number and total.'),
      row('A search', 'The words, and what was found.'),
      row('With each of them', 'A random number for this browser, one for this visit, which ends after 30 minutes of rest, one for the event, and the time.')),
    element('h2', {}, 'What is not'),
    element('p', {}, 'What you type at the checkout never leaves the page. Your IP address is not written down. There are no cookies, and nothing is loaded from another host.'),
    element('h2', {}, 'What stays in this browser'),
    element('p', {}, 'The two random numbers, the events that are not acknowledged yet, the cart, the theme, and whether you have opted out: in its local storage. The newest order stays until the tab is closed.'),
    element('h2', {}, 'Do Not Track'),
    element('p', {}, 'When your browser asks by Do Not Track or Global Privacy Control not to be tracked, nothing is stored for it and nothing is sent.'),
  ],
});

/** @param {string} term @param {string} text */
const row = (term, text) => element('div', {}, element('dt', {}, term), element('dd', {}, text));

function control() {
  const state = element('p', { id: 'opt-state' });
  const button = element('button', { type: 'button', class: 'switch', role: 'switch', 'aria-label': 'Send what I do in this shop', 'aria-describedby': 'opt-state' });
  const update = () => {
    const why = whySilent();
    button.setAttribute('aria-checked', String(!why));
    button.disabled = why !== null && why.by !== 'visitor';
    state.textContent = why ? `${why.words}: nothing is stored or sent.` : 'What you do here is sent, as said below.';
  };
  button.addEventListener('click', () => {
    if (whySilent()) page.edm?.optIn();
    else page.edm?.optOut();
    update();
    say(state.textContent ?? '');
    document.dispatchEvent(new Event('shop:silence'));
  });
  update();
  return element('div', { class: 'control' }, button, element('div', {}, element('b', {}, 'Send what I do in this shop'), state));
}
