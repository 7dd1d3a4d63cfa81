import { find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { clock, count } from '../format.js';

/** @typedef {import('../live/frame.js').PartitionTotals} PartitionTotals */

const VERDICTS = /** @type {const} */ (['shown', 'duplicate', 'late', 'bot', 'rejected', 'expired']);

/** The seal and the footer: is every record accounted for. @returns {(view: import('../live/store.js').View) => void} */
export function createSeal() {
  const root = find('[data-seal]', HTMLElement);
  const verdict = find('[data-verdict]', HTMLElement, root);
  const equation = find('[data-equation]', HTMLElement, root);
  const both = find('[data-both]', HTMLElement, root);
  const rhythm = find('[data-rhythm]', HTMLElement);
  const counted = find('[data-counted]', HTMLElement);
  const extent = find('[data-partitions]', HTMLElement);

  return ({ frame, rhythm: frames }) => {
    setText(rhythm, `${frames} ${frames === 1 ? 'frame' : 'frames'} a second`);
    if (!frame || frame.partitions.length === 0) {
      root.removeAttribute('data-holds');
      setText(verdict, 'No record read yet');
      for (const node of [equation, both, counted, extent]) setText(node, '');
      return;
    }
    const { partitions, countedTo } = frame;
    const missing = partitions.reduce((total, partition) => total + Math.abs(difference(partition)), 0);
    const sum = (/** @type {'read' | typeof VERDICTS[number]} */ name) => partitions.reduce((total, partition) => total + partition[name], 0);
    const terms = VERDICTS.filter((name) => name !== 'expired' || sum(name) > 0).map((name) => `${name} ${count(sum(name))}`);
    setAttribute(root, 'data-holds', String(missing === 0));
    setText(verdict, missing === 0 ? 'Every record accounted for' : `${count(missing)} not accounted for`);
    setText(equation, `read ${count(sum('read'))} ${missing === 0 ? '=' : '≠'} ${terms.join(' + ')}`);
    setText(both, `${count(sum('read'))} read, ${count(sum('read') - missing)} counted`);
    setText(counted, countedTo === null ? '' : `counted to ${clock(countedTo)}`);
    setText(extent, `${partitions.length} ${partitions.length === 1 ? 'partition' : 'partitions'}`);
  };
}

/** @param {PartitionTotals} partition read, less all that became of it */
const difference = (partition) => VERDICTS.reduce((rest, name) => rest - partition[name], partition.read);
