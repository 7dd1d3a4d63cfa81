import { svg } from './drawings.js';

/** @typedef {import('./catalogue.js').Product} Product */

/**
 * The drawing of a piece as an instrument maker would hand it over: on its counter, with dimension lines and notes.
 * @param {Product} product
 */
export function annotated({ name, drawing, measures, notes = [] }) {
  const picture = svg('svg', { class: 'annotated', viewBox: '-24 -4 248 208', role: 'img', 'aria-label': `A drawing: ${name}` },
    svg('g', { class: 'drawing' }, svg('use', { href: `/storefront/drawings.svg#${drawing}`, width: '200', height: '200' })),
    svg('path', { class: 'counter-line', d: 'M-10 176.5H210' }));
  if (measures) picture.append(...dimensions(measures));
  for (const { at: [x, y], to: [tx, ty], text } of notes) {
    const anchor = Math.abs(tx - x) < 2 ? 'middle' : tx > x ? 'start' : 'end';
    const [dx, dy] = anchor === 'middle' ? [0, -3] : [anchor === 'start' ? 2 : -2, 1.5];
    picture.append(
      svg('path', { class: 'dimension', d: `M${x} ${y}L${tx} ${ty}` }),
      svg('circle', { class: 'dimension-dot', cx: `${x}`, cy: `${y}`, r: '1.4' }),
      label(text, tx + dx, ty + dy, anchor));
  }
  return picture;
}

/** @param {import('./catalogue.js').Measures} measures */
function dimensions({ base: [left, right], width, top, side, height }) {
  const [below, bottom, across, down] = [189, 176, (left + right) / 2, (top + 176) / 2];
  return [
    svg('path', { class: 'dimension', d: `M${left} ${below}H${across - 14}M${across + 14} ${below}H${right}M${left} ${below - 2}v4M${right} ${below - 2}v4` }),
    label(`${width} cm`, across, below + 1.6, 'middle'),
    svg('path', { class: 'dimension', d: `M${side} ${top}V${down - 4}M${side} ${down + 4}V${bottom}M${side - 2} ${top}h4M${side - 2} ${bottom}h4` }),
    label(`${height} cm`, side, down + 1.6, 'middle'),
  ];
}

/** @param {string} text @param {number} x @param {number} y @param {string} anchor */
const label = (text, x, y, anchor) => svg('text', { class: 'dimension-text', x: `${x}`, y: `${y}`, 'text-anchor': anchor }, text);
