// Puts together what EdmStream's JsonDelta took apart. What did not change stays the same object, so that whoever drew it need not look.

/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @template T
 * @param {T} before @param {any} change
 * @returns {T} as it is now
 */
export function apply(before, change) {
  if (typeof before !== 'object' || before === null || !isObject(change)) return change;
  if ('=' in change) return change['='];
  if (Array.isArray(before)) return /** @type {any} */ ('~' in change ? numbers(before, change['~']) : objects(before, change['#']));
  const known = /** @type {Record<string, any>} */ (before);
  const now = { ...known };
  for (const [name, value] of Object.entries(change)) now[name] = apply(known[name], value);
  return /** @type {any} */ (now);
}

/** @param {any[]} before @param {number[]} change */
const numbers = (before, [shift, kept, ...values]) => [...before.slice(shift, shift + kept), ...values];

/** @param {any[]} before @param {Record<string, any>} changes by place */
function objects(before, changes) {
  const now = [...before];
  for (const [place, change] of Object.entries(changes)) now[Number(place)] = apply(before[Number(place)], change);
  return now;
}
