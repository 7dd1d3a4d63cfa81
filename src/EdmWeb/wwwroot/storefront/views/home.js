import { find } from '../../look/dom.js';
import { card } from '../card.js';
import { listViewed, promotionClicked, promotionViewed } from '../events.js';
import { whenSeen } from '../seen.js';

/** @typedef {import('../catalogue.js').Product} Product */

let filled = false;
/** @type {Set<string>} a list is viewed once a visit, however often one comes back to it */
const viewed = new Set();

/** The home page stands in index.html, so that it is there at once; here it gets its products. @type {import('../views.js').Show} */
export const home = (shop, _, left) => ({
  title: 'Fix Coffee: kettles, drippers, scales and grinders',
  name: 'home',
  content: [],
  shown() {
    const { kits, gear } = shop.catalogue;
    if (!filled) fill(shop);
    filled = true;
    if (!viewed.has('hero')) promotionViewed();
    viewed.add('hero');
    list('#kits', 'kits', kits, left);
    list('#gear', 'gear', gear, left);
  },
});

/** @param {import('../shop.js').Shop} shop */
function fill(shop) {
  find('#kits .grid', HTMLElement).append(...shop.catalogue.kits.map((kit) => card(kit, shop)));
  find('#gear .grid', HTMLElement).prepend(...shop.catalogue.gear.map((product) => card(product, shop)));
  // It would jump down when the cards come before it.
  find('#gear .aside', HTMLElement).hidden = false;
  find('[data-edm-click="browse-kits"]', HTMLElement).addEventListener('click', promotionClicked);
}

/** @param {string} selector @param {string} name @param {Product[]} products @param {AbortSignal} left */
function list(selector, name, products, left) {
  if (viewed.has(name)) return;
  whenSeen(find(selector, HTMLElement), () => {
    viewed.add(name);
    listViewed(name, products);
  }, left);
}
