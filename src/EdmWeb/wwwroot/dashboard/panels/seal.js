import { find } from '../../look/dom.js';
import { setAttribute, setShown, setText } from '../dom.js';
import { clock, count } from '../format.js';

/** @typedef {import('../live/frame.js').PartitionTotals} PartitionTotals */

const VERDICTS = /** @type {const} */ (['shown', 'duplicate', 'late', 'bot', 'rejected', 'expired']);

/** The seal and the footer: is every record accounted for. @returns {(view: import('../live/store.js').View) => void} */
export function createSeal() {
  const root = find('[data-seal]', HTMLElement);
  const verdict = find('[data-verdict]', HTMLElement, root);
  const equation = find('[data-equation]', HTMLElement, root);
  const sign = find('[data-sign]', HTMLElement, root);
  const totals = new Map(['read', ...VERDICTS].map((name) => [name, find(`[data-${name}]`, HTMLElement, root)]));
  const both = find('[data-both]', HTMLElement, root);
  const expired = find('[data-expired-term]', HTMLElement, root);
  const rhythm = find('[data-rhythm]', HTMLElement);
  const counted = find('[data-counted]', HTMLElement);
  const extent = find('[data-partitions]', HTMLElement);

  return ({ frame, rhythm: frames }) => {
    setText(rhythm, `${frames} ${frames === 1 ? 'frame' : 'frames'} a second`);
    if (!frame || frame.partitions.length === 0) {
      setShown(equation, false);
      root.removeAttribute('data-holds');
      setText(verdict, 'No record read yet');
      setText(both, '');
      setText(counted, '');
      setText(extent, '');
      return;
    }
    const { partitions, countedTo } = frame;
    const missing = partitions.reduce((total, partition) => total + Math.abs(difference(partition)), 0);
    setShown(equation, true);
    setAttribute(root, 'data-holds', String(missing === 0));
    setText(verdict, missing === 0 ? 'Every record accounted for' : `${count(missing)} not accounted for`);
    setText(sign, missing === 0 ? '=' : '≠');
    const sum = (/** @type {'read' | typeof VERDICTS[number]} */ name) => partitions.reduce((total, partition) => total + partition[name], 0);
    for (const [name, node] of totals) setText(node, count(sum(/** @type {'read'} */ (name))));
    const read = sum('read');
    setText(both, `${count(read)} read, ${count(read - missing)} counted`);
    setShown(expired, sum('expired') > 0);
    setText(counted, countedTo === null ? '' : `counted to ${clock(countedTo)}`);
    setText(extent, `${partitions.length} ${partitions.length === 1 ? 'partition' : 'partitions'}`);
  };
}

/** @param {PartitionTotals} partition read, less all that became of it */
const difference = (partition) => VERDICTS.reduce((rest, name) => rest - partition[name], partition.read);
