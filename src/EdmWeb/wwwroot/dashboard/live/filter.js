/** @typedef {import('./frame.js').Filter} Filter */
/** @typedef {import('./frame.js').ShownEvent} ShownEvent */

/** @type {Filter} */
export const EVERYTHING = { kind: null, text: null };

/** @param {ShownEvent} event @returns {import('./frame.js').Topic} */
export function kindOf({ topic }) {
  return topic.endsWith('-pageload') ? 'pageload' : topic.endsWith('-click') ? 'click' : 'commerce';
}

/** @param {Filter} filter @param {ShownEvent} event the same rule that the stream node has */
export function matches({ kind, text }, event) {
  if (kind !== null && kindOf(event) !== kind) return false;
  if (text === null) return true;
  const wanted = text.toLowerCase();
  return [event.visitor, event.type, event.text].some((field) => field?.toLowerCase().includes(wanted));
}

/** @param {Filter} filter @param {Filter} earlier @returns whether nothing passes that did not pass before */
export function narrows(filter, earlier) {
  const text = earlier.text === null || (filter.text ?? '').toLowerCase().includes(earlier.text.toLowerCase());
  return text && (earlier.kind === null || filter.kind === earlier.kind);
}
