// Asks the history service, and knows its clock.
import { signInAgain } from '../admission.js';

/** What the service does not take, in its own words; asking again would not change it. */
export class Refused extends Error {}

/** The service's clock less the browser's. */
let ahead = 0;

/** @param {Response} answer which says what time it was there */
export function setClock(answer) {
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (!Number.isNaN(date)) ahead = date - Date.now();
}

/** @returns {number} ms by the service's clock */
export const now = () => Date.now() + ahead;

/** @param {string} what series, top or totals @param {Record<string, string>} query */
export const addressOf = (what, query) => `/api/history/${what}?${new URLSearchParams(query)}`;

/**
 * @param {string} what @param {Record<string, string>} query @param {AbortSignal} signal
 * @returns {Promise<any>}
 */
export async function ask(what, query, signal) {
  const answer = await fetch(addressOf(what, query), { signal, headers: { accept: 'application/json' } });
  setClock(answer);
  signInAgain(answer);
  if (answer.status === 400) throw new Refused(wordsOf(await answer.json().catch(() => ({}))));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** @param {{ title?: unknown, detail?: unknown, errors?: unknown }} problem */
function wordsOf({ title, detail, errors }) {
  const lines = errors && typeof errors === 'object' ? Object.values(errors).flat() : [];
  const words = [detail, ...lines].filter((line) => typeof line === 'string' && line !== '');
  return words.length > 0 ? [...new Set(words)].join(' ') : typeof title === 'string' ? title : 'The service did not say why.';
}
