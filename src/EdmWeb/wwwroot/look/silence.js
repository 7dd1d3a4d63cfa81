// @ts-check
/** @typedef {{ by: 'nobody' | 'browser' | 'visitor', words: string }} Silence by nobody: the tracker is not there */

/** @type {Window & { edm?: { stats(): { silent: boolean } } }} */
const page = window;
/** @type {Navigator & { globalPrivacyControl?: boolean }} */
const browser = navigator;

/** Why nothing is stored and nothing sent; null when the tracker is at work. @returns {Silence | null} */
export function whySilent() {
  if (!page.edm) return { by: 'nobody', words: 'The tracker did not load; something in this browser may keep it away' };
  if (!page.edm.stats().silent) return null;
  if (browser.globalPrivacyControl) return { by: 'browser', words: 'This browser says Global Privacy Control' };
  if (browser.doNotTrack === '1') return { by: 'browser', words: 'This browser says Do Not Track' };
  return { by: 'visitor', words: 'You have opted out' };
}
