// @ts-check
import { find } from '../look/dom.js';
import { showMeters } from './meters.js';
import { readProperties } from './properties.js';
import { samples } from './samples.js';
import { createSent } from './sent.js';
import { whySilent } from '../look/silence.js';

/** @typedef {import('./edm.mjs').Edm} Edm */

const another = 'another type';
/** @type {Window & { edm?: Edm }} */
const page = window;

if (page.edm) open(page.edm);
else find('#silent', HTMLElement).textContent = 'The tracker did not load, so nothing can be sent from here. Something in this browser may keep it away.';

/** @param {Edm} edm */
function open(edm) {
  const sent = createSent(), show = showMeters(edm);
  const type = find('#type', HTMLSelectElement), other = find('#other-type', HTMLInputElement);
  const properties = find('#properties', HTMLTextAreaElement), wrong = find('#wrong', HTMLElement);
  let sample = '';

  type.append(...[...Object.keys(samples), another].map((name) => new Option(name)));
  const choose = () => {
    find('#other', HTMLElement).hidden = type.value !== another;
    const untouched = properties.value === sample;
    sample = JSON.stringify(samples[type.value]?.() ?? { anything: 'goes' }, null, 2);
    if (untouched) properties.value = sample;
    complain('');
  };
  /** @param {string} reason */
  const complain = (reason) => {
    wrong.textContent = reason;
    properties.toggleAttribute('aria-invalid', false);
    if (reason) properties.setAttribute('aria-invalid', 'true');
  };
  type.addEventListener('change', choose);
  properties.addEventListener('input', () => {
    if (wrong.textContent && 'value' in readProperties(properties.value)) complain('');
  });
  choose();

  find('#send', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const read = readProperties(properties.value);
    if ('wrong' in read) {
      complain(read.wrong);
      properties.focus();
      return;
    }
    complain('');
    const name = type.value === another ? other.value : type.value;
    if (!whySilent()) sent.begin(name);
    edm.track(name, read.value);
    show();
  });

  declareButton();
  offerChoice(edm, () => { sent.forget(); show(); });
}

function declareButton() {
  const name = find('#button-id', HTMLInputElement), button = find('#declared', HTMLButtonElement), markup = find('#declared-markup', HTMLElement);
  const declare = () => {
    button.dataset.edmClick = name.value;
    button.disabled = name.value === '';
    markup.textContent = `<button data-edm-click="${name.value}">Click me</button>`;
  };
  name.addEventListener('input', declare);
  declare();
}

/** @param {Edm} edm @param {() => void} forgotten */
function offerChoice(edm, forgotten) {
  const choice = find('#choice', HTMLButtonElement), silent = find('#silent', HTMLElement);
  const say = () => {
    const why = whySilent();
    silent.textContent = why ? `${why.words}: nothing is stored and nothing is sent, so nothing moves here.` : '';
    choice.hidden = why?.by === 'browser';
    choice.textContent = why ? 'Opt in' : 'Opt out';
  };
  choice.addEventListener('click', () => {
    if (whySilent()) {
      edm.optIn();
    } else {
      edm.optOut();
      forgotten();
    }
    say();
  });
  addEventListener('storage', say);
  say();
}
