/** @type {Window & { edm?: { stats(): { silent: boolean } } }} */
const page = window;
/** @type {Navigator & { globalPrivacyControl?: boolean }} */
const browser = navigator;

/** @returns {string} why nothing is sent, as a sentence; '' when the tracker is at work */
export function silence() {
  if (!page.edm) return 'The tracker did not load, so nothing is sent and nothing will move on the dashboard.';
  if (!page.edm.stats().silent) return '';
  return asksNotToBeTracked()
    ? 'Your browser asks not to be tracked, so nothing is stored or sent and nothing will move on the dashboard.'
    : 'You have opted out, so nothing is stored or sent and nothing will move on the dashboard.';
}

/** Do Not Track or Global Privacy Control. */
export const asksNotToBeTracked = () => browser.doNotTrack === '1' || browser.globalPrivacyControl === true;
