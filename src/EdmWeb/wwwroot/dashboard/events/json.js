import { element } from '../../look/dom.js';

/** A string with what makes it a name, or one thing that has a meaning outside of strings. */
const TOKEN = /("(?:[^"\\]|\\.)*"?)(\s*:)?|[{}[\],]|[^"{}[\],]+/g;

/**
 * A record's text for reading: broken after the commas of its own level, names in their colour. Nothing of it is left out
 * or read as anything but text, and a string that turns the direction of writing turns only itself.
 * @param {string} json
 * @returns {(Node | string)[]}
 */
export function lines(json) {
  let depth = 0;
  return [...json.matchAll(TOKEN)].flatMap(([token, string, colon]) => {
    if (string) return [element('span', { class: colon ? 'key' : 'string' }, string), colon ? ': ' : ''];
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (token === ',') return [depth === 1 ? ',\n ' : ', '];
    return [token];
  });
}
