// The shape of what hub /live streams; types only. Times are ms since 1970, null is unknown.

/** @typedef {5 | 30 | 60} Minutes */
/** @typedef {'pageloads' | 'clicks' | 'commerce'} Kind */
/** @typedef {Record<Kind | 'orders', number[]>} Counts counts a step, oldest first */
/** @typedef {{ value: number, before: number | null }} Figure */
/** @typedef {Figure & Record<'series' | 'seriesBefore', (number | null)[]>} Distinct a figure that does not add up over time: as of each step's end */
/** @typedef {{ key: string, count: number }} KeyCount */

/**
 * What came in, in one currency; the first one has most orders. `(other)`: orders in none, of which no revenue is known.
 * @typedef {{ currency: string, revenue: number, before: number, orders: number, average: number, series: number[], seriesBefore: number[] }} Revenue
 */

/**
 * @typedef {{ id: string, name: string | null, views: number, adds: number, orders: number, revenue: Record<string, number>,
 *   rankBefore: number | null }} Product
 */

/**
 * @typedef {{ topic: string, partition: number, offset: number, type: string, eventTime: number,
 *   visitor: string | null, text: string | null, received?: number }} ShownEvent received: the Kafka record's timestamp
 */

/** @typedef {'pageload' | 'click' | 'commerce'} Topic */
/** @typedef {{ kind: Topic | null, text: string | null }} Filter which events the log shows; text: of the row, or the visitor's id */

/** What hub /live tells of one record. @typedef {{ json: string, receivedTime: number }} Told receivedTime: the Kafka record's timestamp, which the relay gave it */

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
 * @property {number} [position] how far the node has read what all nodes say; the next node is told, so that it shows nothing older
 * @property {number | null} countedTo everything received up to this moment is counted
 * @property {number | null} silentSince since when the Kafka brokers do not answer
 * @property {{ records: number, of: number } | null} rebuild
 * @property {Minutes} window
 * @property {Record<Kind | 'orders', Figure> & Record<'visitorsNow' | 'visitors' | 'activeCarts' | 'conversion', Distinct>} figures
 * @property {Revenue[]} revenue
 * @property {Traffic} traffic
 * @property {Record<'viewed' | 'added' | 'checkout' | 'ordered', Figure>} funnel
 * @property {{ currency: string | null, top: Product[] }} products the ten that brought most in the currency
 * @property {Record<'buttons' | 'pages' | 'sources' | 'devices' | 'types', KeyCount[]> & { limited: string[] }} lists ten each, the largest first
 * @property {ShownEvent[]} events newest first: those since this stream's last frame
 * @property {number} skipped how many more came than `events` holds
 * @property {PartitionTotals[]} partitions
 */

/** What a stream brings after its first frame: what changed of it, as delta.js knows it. @typedef {{ change: object, events: ShownEvent[], skipped: number }} Change */

export {};
