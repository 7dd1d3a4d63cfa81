/** @typedef {import('../live/frame.js').PartitionTotals} PartitionTotals */

export const VERDICTS = /** @type {const} */ (['shown', 'duplicate', 'late', 'bot', 'rejected', 'expired']);

/**
 * The books of all partitions together.
 * @typedef {Record<'read' | typeof VERDICTS[number], number> & { counted: number, missing: number, broken: PartitionTotals[] }} Sum
 *   missing: records that are not accounted for, or twice, in the partitions whose books do not hold
 */

/** @param {PartitionTotals[]} books @returns {Sum} */
export function sumOf(books) {
  const of = (/** @type {'read' | typeof VERDICTS[number]} */ name) => books.reduce((total, partition) => total + partition[name], 0);
  const [shown, duplicate, late, bot, rejected, expired] = VERDICTS.map(of);
  return {
    read: of('read'), shown, duplicate, late, bot, rejected, expired,
    counted: shown + duplicate + late + bot + rejected + expired,
    missing: books.reduce((total, partition) => total + Math.abs(difference(partition)), 0),
    broken: books.filter((partition) => difference(partition) !== 0),
  };
}

/** @param {PartitionTotals} partition read, less all that became of it */
const difference = (partition) => VERDICTS.reduce((rest, name) => rest - partition[name], partition.read);
