// @ts-check
/** @typedef {{ by: 'browser' | 'visitor', words: string }} Silence */

/** Why the tracker keeps still, in its own terms; null when it does not. @returns {Silence | null} */
export function whySilent() {
  /** @type {Navigator & { globalPrivacyControl?: boolean }} */
  const browser = navigator;
  if (browser.globalPrivacyControl) return { by: 'browser', words: 'This browser says Global Privacy Control' };
  if (browser.doNotTrack === '1') return { by: 'browser', words: 'This browser says Do Not Track' };
  return isOut() ? { by: 'visitor', words: 'You have opted out' } : null;
}

function isOut() {
  try {
    return localStorage.getItem('edm-out') !== null;
  } catch {
    return false;
  }
}
