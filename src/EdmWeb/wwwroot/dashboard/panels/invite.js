import { find } from '../../look/dom.js';
import { setText } from '../dom.js';
import { clock } from '../format.js';

/** Lets ten demo shoppers in, for who has the screen before the shop has visitors. */
export function connectInvite() {
  const button = find('[data-invite]', HTMLButtonElement);
  const hint = find('[data-hint]', HTMLElement);
  button.addEventListener('click', async () => {
    button.disabled = true;
    setText(hint, 'Calling them in.');
    try {
      setText(hint, await invite());
    } catch {
      setText(hint, 'The shop does not answer. Try again.');
    }
    button.disabled = false;
  });
}

/** @returns {Promise<string>} what came of it */
async function invite() {
  const answer = await fetch('/demo/shoppers', { method: 'POST' });
  // Where nobody can be called in, the address is one of the pages' files, and there is none.
  if (answer.status === 404 || answer.status === 405) return 'This shop has no demo shoppers: they are there in Development, or with Web:DemoShoppers.';
  const { shoppers, until, detail } = await answer.json();
  if (answer.status === 409) return `Shoppers are in already; they leave at ${clock(until)}.`;
  return answer.ok ? `${shoppers} shoppers are in; they leave at ${clock(until)}.` : detail ?? 'The shop did not let them in.';
}
