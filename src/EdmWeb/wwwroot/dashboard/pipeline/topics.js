import { element, find } from '../../look/dom.js';
import { setAttribute, setParts, setProperty, setText } from '../dom.js';
import { keeping, plural, rateParts } from './words.js';

/** @typedef {import('./item.js').LogTopic} LogTopic */

/** The three topics of the diagram, each with the rates of its partitions as bars. @param {HTMLElement} root @returns {(topics: LogTopic[]) => void} */
export function createTopics(root) {
  const note = find('[data-said="topics"]', HTMLElement, root);
  const boxes = [...root.querySelectorAll('[data-topic-box]')].map((box) => ({
    name: find('[data-name]', HTMLElement, box), rate: find('[data-rate]', HTMLElement, box), bars: find('[data-bars]', HTMLElement, box),
  }));

  return (topics) => {
    const busiest = Math.max(0, ...topics.flatMap(({ partitions }) => partitions.map(({ rate }) => rate ?? 0)));
    boxes.forEach(({ name, rate, bars }, index) => {
      /** @type {LogTopic | undefined} */ const topic = topics[index];
      setParts(rate, rateParts(topic?.rate));
      if (!topic) return;
      setText(name, topic.name);
      setAttribute(name, 'title', topic.name);
      while (bars.childElementCount > topic.partitions.length) bars.lastElementChild?.remove();
      topic.partitions.forEach((partition, at) => {
        const bar = /** @type {HTMLElement} */ (bars.children[at] ?? bars.appendChild(element('i')));
        setProperty(bar, '--share', busiest > 0 ? ((partition.rate ?? 0) / busiest).toFixed(3) : '0');
      });
    });
    if (topics.length > 0) setText(note, `${partitionsOf(topics)}, keyed by visitor${keptOf(topics)}`);
  };
}

/** @param {LogTopic[]} topics */
function partitionsOf(topics) {
  const counts = [...new Set(topics.map(({ partitions }) => partitions.length))];
  return counts.length === 1 ? `${plural(counts[0], 'partition')} each` : `${counts.join(', ')} partitions`;
}

/** @param {LogTopic[]} topics */
function keptOf(topics) {
  const spans = [...new Set(topics.flatMap(({ kept }) => (kept === null ? [] : [keeping(kept)])))];
  return spans.length > 0 ? `\nkept ${spans.join(', ')}` : '\nkept –';
}
