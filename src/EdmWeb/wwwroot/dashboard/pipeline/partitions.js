import { element, find } from '../../look/dom.js';
import { setAttribute, setProperty, setText } from '../dom.js';
import { UNKNOWN } from '../format.js';
import { countOf, kindAt, lagOf } from './words.js';

/** @typedef {import('./item.js').Pipeline} Pipeline */
/** @typedef {import('./item.js').Known} Known */

/** A bar is full at this lag, or at the largest one shown. */
const FULL = 20;
/** From here on a lag is worth a look, when it is also more than comes in ten seconds. */
const MUCH = 10;
/** As partitions.css folds: each topic is a list of its own, and a position, which is the log's end less the lag, is left out. */
const FOLDED = matchMedia('(max-width: 739.98px)');

/** What is written, and how far each group has read: one row a partition, made once and written over. @returns {(seen: import('./item.js').Seen) => void} */
export function createPartitions() {
  const root = find('[data-pipe-panel="partitions"]', HTMLElement);
  const table = find('table', HTMLTableElement, root);
  const heads = [...table.querySelectorAll('[data-service]')];
  const template = find('template', HTMLTemplateElement, root);
  let shape = '';

  const make = (/** @type {Pipeline['topics']} */ topics) => {
    for (const body of [...table.tBodies]) body.remove();
    topics.forEach(({ name, partitions }, index) => {
      const body = table.createTBody();
      const mark = () => element('span', { class: `mark-${kindAt(index)}`, 'aria-hidden': 'true' });
      const title = () => [mark(), element('span', { class: 'topic-name', title: name }, name)];
      body.append(element('tr', { class: 'topic-row' }, element('th', { scope: 'rowgroup', colspan: '6' }, ...title())));
      partitions.forEach((_, at) => {
        const row = /** @type {HTMLTableRowElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild);
        if (at === 0) row.prepend(element('th', { class: 'topic-cell', scope: 'rowgroup', rowspan: String(partitions.length) }, element('span', { class: 'topic' }, ...title())));
        body.append(row);
      });
    });
  };

  const fold = () => { for (const head of heads) setAttribute(head, 'colspan', FOLDED.matches ? '2' : '3'); };
  FOLDED.addEventListener('change', fold);
  fold();

  return ({ item }) => {
    if (!item) return;
    const wanted = JSON.stringify(item.topics.map(({ name, partitions }) => [name, partitions.map(({ partition }) => partition)]));
    if (wanted !== shape) make(item.topics);
    shape = wanted;
    heads.forEach((head, index) => {
      const group = item.groups[index];
      if (!group) return;
      setText(head.children[0], group.service);
      setText(head.children[1], group.group);
    });
    const readings = item.groups.map(({ partitions }) => new Map(partitions.map((reading) => [`${reading.topic} ${reading.partition}`, reading])));
    const full = Math.max(FULL, ...item.groups.flatMap(({ partitions }) => partitions.map(({ lag }) => lag ?? 0)));
    item.topics.forEach((topic, index) => {
      topic.partitions.forEach(({ partition, end, rate }, at) => {
        const row = table.tBodies[index].rows[at + 1];
        const [name, log, ...cells] = [...row.cells].filter((cell) => !cell.classList.contains('topic-cell'));
        setText(name, String(partition));
        setText(log, countOf(end));
        readings.forEach((group, which) => {
          const reading = group.get(`${topic.name} ${partition}`);
          const [position, lag, owner] = cells.slice(3 * which);
          setText(position, countOf(reading?.position));
          setLag(lag, reading?.lag, rate, full);
          setText(owner, reading?.owner ?? UNKNOWN);
          setAttribute(owner, 'title', reading?.owner ?? '');
        });
      });
    });
  };
}

/** @param {HTMLElement} cell its figure and its bar @param {Known | undefined} lag @param {Known} rate records a second that come @param {number} full */
function setLag(cell, lag, rate, full) {
  const [figure, bar] = /** @type {HTMLElement[]} */ ([...cell.children]);
  setText(figure, lagOf(lag));
  setProperty(bar, '--share', `${((100 * (lag ?? 0)) / full).toFixed(1)}%`);
  cell.toggleAttribute('data-much', (lag ?? 0) > Math.max(MUCH, 10 * (rate ?? 0)));
}
