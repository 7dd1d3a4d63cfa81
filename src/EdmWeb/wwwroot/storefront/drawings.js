/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Record<string, string>} attributes @param {...(Node | string)} children a string is always text
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @param {string} className @param {string} viewBox @param {string} href */
const use = (className, viewBox, href) => svg('svg', { class: className, viewBox, 'aria-hidden': 'true' }, svg('use', { href }));

/** @param {string} name of a symbol in drawings.svg; its product's name always stands beside it as text */
export const drawing = (name) => use('drawing', '0 0 200 200', `/storefront/drawings.svg#${name}`);

/** @param {string} name of a symbol of the shop's own: the shared icons have no plus and no cross */
export const icon = (name) => use('icon', '0 0 16 16', `/storefront/drawings.svg#${name}`);

/** @param {string} name of a symbol that the dashboard has too */
export const sharedIcon = (name) => use('icon', '0 0 16 16', `/look/icons.svg#${name}`);
