const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} className @param {string} viewBox @param {string} href */
function use(className, viewBox, href) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', className);
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  const reference = document.createElementNS(SVG, 'use');
  reference.setAttribute('href', href);
  svg.append(reference);
  return svg;
}

/** @param {string} name of a symbol in drawings.svg; its product's name always stands beside it as text */
export const drawing = (name) => use('drawing', '0 0 200 200', `/storefront/drawings.svg#${name}`);

/** @param {string} name of a symbol of the shop's own: the shared icons have no plus and no cross */
export const icon = (name) => use('icon', '0 0 16 16', `/storefront/drawings.svg#${name}`);
