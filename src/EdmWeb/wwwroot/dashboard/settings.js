import { signInAgain } from './admission.js';
import { setClock } from './history/service.js';

/** @typedef {{ timeZone: string, history: boolean, signedIn: boolean }} Settings timeZone: an IANA name, the shop's days are in it; history: whether anybody answers for it; signedIn: with the viewer key, not because everyone may look */

/** @type {Promise<Settings> | null} */ let known = null;

/** What the dashboard is told of the shop: asked for once, and again as long as nobody answers for history. @returns {Promise<Settings>} */
export function settings() {
  known ??= ask().catch((reason) => {
    known = null;
    throw reason;
  });
  return known;
}

async function ask() {
  const answer = await fetch('/dashboard/settings');
  signInAgain(answer);
  if (!answer.ok) throw new Error(`${answer.status}`);
  setClock(answer);
  /** @type {Settings} */ const said = await answer.json();
  if (!said.history) known = null;
  return said;
}
