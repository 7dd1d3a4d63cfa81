// The shape of what hub /live streams; types only. Times are ms since 1970, null is unknown.

/** @typedef {5 | 30 | 60} Minutes */
/** @typedef {'pageloads' | 'clicks' | 'commerce'} Kind */
/** @typedef {Record<Kind, number[]>} Counts counts a step, oldest first */
/** @typedef {{ value: number, before: number | null }} Figure */

/**
 * @typedef {{ topic: string, partition: number, offset: number, type: string, eventTime: number,
 *   visitor: string | null, text: string | null }} ShownEvent
 */

/**
 * @typedef {{ topic: string, partition: number, read: number, shown: number, duplicate: number, late: number, bot: number,
 *   rejected: number, expired: number }} PartitionTotals
 */

/** @typedef {Counts & { from: number, step: number, before: Counts }} Traffic */

/**
 * @typedef {object} Frame
 * @property {number} sequence
 * @property {number} at the node's clock when the frame was made
 * @property {'waiting' | 'rebuilding' | 'live'} state
 * @property {number | null} countedTo everything received up to this moment is counted
 * @property {number | null} silentSince since when the Kafka brokers do not answer
 * @property {{ records: number, of: number } | null} rebuild
 * @property {Minutes} window
 * @property {Record<Kind, Figure> & { visitorsNow: Figure & { series: (number | null)[] } }} figures
 * @property {Traffic} traffic
 * @property {{ key: string, count: number }[]} buttons
 * @property {ShownEvent[]} events newest first: those since this stream's last frame
 * @property {number} skipped how many more came than `events` holds
 * @property {PartitionTotals[]} partitions
 */

export {};
