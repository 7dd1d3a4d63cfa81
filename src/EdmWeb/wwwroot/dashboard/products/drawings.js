import { setAttribute } from '../dom.js';

/** Under 32 px a kit is its closed box. */
const BOX = { viewBox: '16 84 168 100', parts: ['box', 'label'] };
/** @param {string} name */
const whole = (name) => ({ viewBox: '0 0 200 200', parts: [name] });

/**
 * The drawings of what the demo's shop sells; a product of another shop has none.
 * @param {() => void} changed when they are known
 */
export function drawingsOf(changed) {
  /** @type {Map<string, string>} */ const names = new Map();
  read(names).then(changed, () => { /* without the catalogue the table has no drawings, and is complete */ });

  return {
    /** @param {Element} svg with two uses @param {string} id of a product */
    put(svg, id) {
      const name = names.get(id);
      const { viewBox, parts } = name?.startsWith('kit-') ? BOX : name ? whole(name) : { viewBox: '0 0 200 200', parts: [] };
      setAttribute(svg, 'viewBox', viewBox);
      [...svg.children].forEach((use, index) => {
        if (index >= parts.length) use.removeAttribute('href');
        else setAttribute(use, 'href', `/storefront/drawings.svg#${parts[index]}`);
      });
    },
  };
}

/** @param {Map<string, string>} names */
async function read(names) {
  const answer = await fetch('/storefront/products.json');
  if (!answer.ok) return;
  for (const { id, drawing } of await answer.json()) names.set(id, drawing);
}
