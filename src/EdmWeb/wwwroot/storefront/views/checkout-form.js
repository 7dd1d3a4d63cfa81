import { element } from '../../look/dom.js';
import { sharedIcon } from '../drawings.js';

const countries = ['Austria', 'Canada', 'France', 'Germany', 'Switzerland', 'United Kingdom', 'United States'];

/**
 * Where the order would go. The browser checks the fields and says what is missing.
 * @param {Map<string, string>} typed what stands in the fields, and where it is remembered @param {() => void} done
 */
export function form(typed, done) {
  const country = element('select', { id: 'country', name: 'country', autocomplete: 'country-name', required: '' },
    ...countries.map((name) => element('option', name === (typed.get('country') ?? 'United States') ? { selected: '' } : {}, name)));
  const made = element('form', { class: 'checkout-step', action: '/checkout', autocomplete: 'on' },
    element('h2', {}, 'Where it would go'),
    field('email', 'Email', 'email', typed),
    field('name', 'Name', 'name', typed),
    field('street', 'Street and number', 'street-address', typed),
    element('div', { class: 'field-pair' }, field('postcode', 'Postcode', 'postal-code', typed), field('city', 'City', 'address-level2', typed)),
    element('p', { class: 'field' }, element('label', { for: 'country' }, 'Country'), country),
    demo(),
    element('div', { class: 'checkout-action' },
      element('button', { class: 'button button-primary', 'data-edm-click': 'continue-to-review' }, 'Continue to review')));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    for (const [name, value] of new FormData(made)) typed.set(name, String(value));
    done();
  });
  return made;
}

/** @param {string} name @param {string} label @param {string} autocomplete @param {Map<string, string>} typed */
function field(name, label, autocomplete, typed) {
  const input = element('input', { id: name, name, autocomplete, required: '', maxlength: '100', type: name === 'email' ? 'email' : 'text' });
  input.value = typed.get(name) ?? '';
  return element('p', { class: 'field' }, element('label', { for: name }, label), input);
}

export const demo = () => element('p', { class: 'demo' }, sharedIcon('lock'),
  element('span', {}, element('b', {}, 'This is a demo. '), 'Nothing is charged or shipped, and what you type here never leaves this page.'));
