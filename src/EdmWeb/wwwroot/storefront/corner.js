import { find } from '../look/dom.js';
import { whySilent } from '../look/silence.js';

// The quiet corner: what the tracker sent last, and what became of it. It is no live region: it would speak at every click.

/** @typedef {{ topic: string, partition: number, offset: number }} Place where the log has it */
/** @typedef {{ type: string, milliseconds: number, at: Place | null }} Answered */
/** @typedef {{ type: string, retryIn: number }} Waiting ms */
/** @typedef {{ type: string, reason: string }} Refused for good */

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
/** @type {Record<string, string>} */
const marks = { pageload: 'mark-pageload', click: 'mark-click' };

export function showCorner() {
  const corner = find('#corner', HTMLElement);
  /** @param {string} selector */
  const part = (selector) => find(selector, HTMLElement, corner);
  let countdown = 0;

  /** @param {string} type @param {'answered' | 'waiting' | 'refused'} state @param {string} outcome @param {string} where or why */
  const show = (type, state, outcome, where) => {
    if (state !== 'waiting') clearInterval(countdown);
    corner.dataset.state = state;
    part('.corner-mark').className = `corner-mark ${marks[type] ?? 'mark-commerce'}`;
    part('.corner-type').textContent = type;
    part('.corner-outcome').textContent = outcome;
    part('.corner-where').textContent = where;
    corner.hidden = false;
  };

  /** @param {Answered} answer */
  const answered = ({ type, milliseconds, at }) => {
    // A batch of more than ten is answered without places.
    const where = at ? `${at.topic} [${at.partition}] @ ${whole.format(at.offset)}` : 'held by every in-sync replica';
    show(type, 'answered', `acknowledged in ${whole.format(milliseconds)} ms`, where);
  };

  /** @param {Waiting} waiting */
  const notYet = ({ type, retryIn }) => {
    const due = performance.now() + retryIn;
    const tick = () => {
      const seconds = Math.ceil((due - performance.now()) / 1000);
      show(type, 'waiting', 'not delivered yet,', seconds > 0 ? `trying again in ${seconds} s` : 'trying again now');
    };
    clearInterval(countdown);
    countdown = setInterval(tick, 1000);
    tick();
  };

  /** @param {Refused} refused */
  const refused = ({ type, reason }) => show(type, 'refused', 'refused, not sent again', reason);

  document.addEventListener('edm:answered', (event) => answered(/** @type {CustomEvent<Answered>} */ (event).detail));
  document.addEventListener('edm:waiting', (event) => notYet(/** @type {CustomEvent<Waiting>} */ (event).detail));
  document.addEventListener('edm:refused', (event) => refused(/** @type {CustomEvent<Refused>} */ (event).detail));

  // When nothing is sent, the corner says why once and for all.
  const hush = () => {
    const why = whySilent();
    find('#silence', HTMLElement).textContent = why ? `${why.words}: nothing is stored or sent, and nothing will move on the dashboard.` : '';
    find('#silent', HTMLElement).hidden = !why;
    if (why) corner.hidden = true;
  };
  document.addEventListener('shop:silence', hush);
  hush();
}
