import { find } from '../../look/dom.js';
import { setParts, setText } from '../dom.js';
import { createLinks } from './links.js';
import { createTopics } from './topics.js';
import { countOf, counted, known, lagInShort, rateOf, rateParts } from './words.js';

/** @typedef {import('./item.js').Group} Group */

/** The way of one click: boxes that stand still, with what goes through them. @returns {(seen: import('./item.js').Seen) => void} */
export function createDiagram() {
  const root = find('[data-pipe-panel="diagram"]', HTMLElement);
  const note = find('[data-note]', HTMLElement, root);
  const said = (/** @type {string} */ name) => find(`[data-said="${name}"]`, HTMLElement, root);
  const [relay, live, records, rejected, screens] = ['relay', 'live-rate', 'live', 'rejected', 'screens'].map(said);
  const readers = ['stream', 'stats'].map((name) => ({ nodes: said(`${name}-nodes`), rate: said(`${name}-rate`) }));
  const topics = createTopics(root);
  createLinks(find('[data-course]', HTMLElement, root));

  return ({ item, old }) => {
    setText(note, old === '' ? 'rates over the last 10 s' : old);
    topics(item?.topics ?? []);
    setText(relay, `${rateOf(item && together(item.topics.map((topic) => topic.rate)))} events/s`);
    readers.forEach(({ nodes, rate }, index) => {
      /** @type {Group | undefined} */ const group = item?.groups[index];
      setText(nodes, `${counted(group?.nodes, 'node')}, lag ${lagInShort(group?.lag)}`);
      setText(rate, `counts ${rateOf(group?.rate)} /s`);
    });
    setParts(live, rateParts(item?.live.rate));
    setText(records, counted(item?.live.records, 'record'));
    setText(rejected, counted(item?.rejected.records, 'record'));
    setText(screens, known(item?.screens, (open) => `${countOf(open)} open`));
  };
}

/** @param {(number | null)[]} rates @returns {number | null} their sum, when every one is known */
function together(rates) {
  return rates.reduce((/** @type {number | null} */ sum, each) => (sum === null || each === null ? null : sum + each), 0);
}
