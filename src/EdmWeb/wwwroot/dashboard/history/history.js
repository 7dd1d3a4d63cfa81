import { find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { Rounds } from '../rounds.js';
import { settings } from '../settings.js';
import { askAll } from './answers.js';
import { createBest } from './best.js';
import { createButtons } from './buttons.js';
import { read, write } from './choice.js';
import { createControls } from './controls.js';
import { createFiles } from './files.js';
import { createFooter } from './footer.js';
import { createNotices } from './notice.js';
import { createClicks } from './over-time.js';
import { fitted, periodOf } from './period.js';
import { Refused, now } from './service.js';
import { createTakings } from './takings.js';
import { createTotals } from './totals.js';
import { createVisits } from './visits.js';

/** @typedef {import('./answers.js').Answers} Answers */

const EVERY = 60_000;

/**
 * The History view: what the address says is asked of the service and drawn, once a minute while somebody looks.
 * @returns {() => void} to be called when that may have changed
 */
export function createHistory() {
  const root = find('[data-past]', HTMLElement);
  const links = document.querySelectorAll('[data-to="history"]');
  const names = root.querySelectorAll('[data-range-name]');
  /** @type {import('./answers.js').Sort} */ let sort = 'revenue';
  /** @type {Answers | null} */ let answers = null;
  /** @type {import('../rounds.js').Trouble | null} */ let trouble = null;
  /** @type {string | null} */ let refused = null;
  /** @type {number | null} */ let asOf = null;
  let choice = read(location.hash);

  const rounds = new Rounds(round, EVERY, (now) => {
    trouble = now;
    draw();
  });
  const choose = (/** @type {Partial<import('./choice.js').Choice>} */ change) => {
    choice = { ...choice, ...change };
    history.replaceState(null, '', write(choice));
    ask();
  };
  const ask = () => {
    for (const link of links) setAttribute(link, 'href', write(choice));
    setAttribute(root, 'aria-busy', 'true');
    rounds.now();
  };
  const controls = createControls(choose);
  const files = createFiles();
  const notices = createNotices(() => rounds.now());
  const panels = [
    createTotals(), createClicks(), createButtons(), createTakings((currency) => choose({ currency })), createVisits(),
    createBest((column) => {
      sort = column;
      ask();
    }),
    createFooter(),
  ];

  /** @param {AbortSignal} signal */
  async function round(signal) {
    const { timeZone, history: kept } = await settings();
    const asked = fitted(choice, now(), timeZone);
    const period = periodOf(asked, now(), timeZone);
    controls(asked, period, now());
    if (!kept) throw new Error('Nobody answers for history.');
    try {
      answers = await askAll(period, choice.currency, sort, signal);
      refused = null;
      asOf = Date.now();
      files({ period, currency: answers.currency, sort });
      for (const name of names) setText(name, period.name);
    } catch (reason) {
      if (!(reason instanceof Refused) || signal.aborted) throw reason;
      refused = reason.message;
    }
    setAttribute(root, 'aria-busy', 'false');
    draw();
  }

  function draw() {
    const empty = answers !== null && answers.totals.since === null;
    const stale = trouble !== null || refused !== null;
    setAttribute(root, 'data-state', trouble ? 'disconnected' : refused !== null ? 'refused' : empty ? 'empty' : answers ? 'shown' : 'loading');
    root.toggleAttribute('data-stale', stale);
    if (answers) for (const panel of panels) panel(answers, stale);
    notices({ trouble, refused, empty, asOf });
  }

  const look = () => {
    const shown = document.documentElement.dataset.view === 'history' && !document.body.hasAttribute('data-wall');
    rounds.want(shown && !document.hidden);
  };
  addEventListener('hashchange', () => {
    if (document.documentElement.dataset.view === 'history') {
      choice = read(location.hash);
      ask();
    }
    look();
  });
  document.addEventListener('visibilitychange', look);
  if (document.documentElement.dataset.view === 'history') ask();
  look();
  return look;
}
