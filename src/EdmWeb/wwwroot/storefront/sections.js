import { card } from './card.js';
import { find, say } from './dom.js';
import { listViewed } from './events.js';

/** @typedef {import('./catalogue.js').Product} Product */
/** @typedef {import('./catalogue.js').Catalogue} Catalogue */

/**
 * The two grids. Which part of the gear is shown stands in the address (#brewers), so that a link, Back and a reload know it too.
 * @param {Catalogue} catalogue @param {Parameters<typeof card>[2]} on
 */
export function showSections(catalogue, on) {
  const kits = catalogue.kits.map((kit) => card(kit, catalogue.inShort(kit), on));
  find('#kits .grid', HTMLElement).append(...kits);
  whenSeen(find('#kits', HTMLElement), 'kits', catalogue.kits);

  const gear = find('#gear', HTMLElement);
  const cards = catalogue.gear.map((product) => ({ product, card: card(product, '', on) }));
  find('.grid', HTMLElement, gear).prepend(...cards.map(({ card }) => card));

  /** @param {string} category or none, for all of it */
  const show = (category) => {
    const shown = cards.filter(({ product }) => !category || product.category === category);
    for (const entry of cards) entry.card.hidden = !shown.includes(entry);
    find('.all', HTMLElement, gear).hidden = category === '';
    find('.section-note', HTMLElement, gear).textContent = category
      ? `${category}, ${shown.length} of ${cards.length} pieces` : 'one piece at a time';
    if (category) say(`Gear: ${category}, ${shown.length} pieces.`);
    whenSeen(gear, category || 'gear', shown.map(({ product }) => product));
  };
  find('.all', HTMLElement, gear).textContent = `All ${cards.length} pieces`;
  // It would jump down when the cards come before it.
  find('.aside', HTMLElement, gear).hidden = false;
  followAddress(gear, [...new Set(catalogue.gear.map(({ category }) => category))], show);
}

/** @param {HTMLElement} gear @param {string[]} categories @param {(category: string) => void} show */
function followAddress(gear, categories, show) {
  const links = [...document.querySelectorAll('.sections a')].filter((link) => link instanceof HTMLAnchorElement);
  const follow = () => {
    const name = location.hash.slice(1);
    const category = categories.includes(name) ? name : '';
    show(category);
    for (const link of links) link.setAttribute('aria-current', String(link.hash === location.hash));
    if (category) arrive(gear);
  };
  addEventListener('hashchange', follow);
  // A link to where one already is changes no address; it still should lead there.
  for (const link of links) link.addEventListener('click', () => { if (link.hash === location.hash) follow(); });
  follow();
}

/** @param {HTMLElement} section the browser finds no element called #brewers, so its part of following a link is done here */
function arrive(section) {
  section.scrollIntoView();
  find('h2', HTMLElement, section).focus({ preventScroll: true });
}

/** @type {Set<string>} a list is viewed once a visit of the page, however often one comes back to it */
const viewed = new Set();
/** @type {Map<Element, IntersectionObserver>} */
const watched = new Map();

/** @param {Element} section @param {string} list @param {Product[]} products viewed when the section's first row is on the screen */
function whenSeen(section, list, products) {
  watched.get(section)?.disconnect();
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    if (!viewed.has(list)) listViewed(list, products);
    viewed.add(list);
  }, { rootMargin: '0px 0px -120px' });
  observer.observe(section);
  watched.set(section, observer);
}
