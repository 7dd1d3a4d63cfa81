import { settings } from '../settings.js';

/** Whoever signed in can sign out; where everyone may look there is nothing to leave. */
export async function connectLeave() {
  const { signedIn } = await settings();
  for (const form of document.querySelectorAll('[data-leave]')) form.toggleAttribute('hidden', !signedIn);
}
