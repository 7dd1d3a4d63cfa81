// The shape of what hub /live streams of the pipeline; types only. Times are ms since 1970, rates a second, null is unknown.

/** @typedef {number | null} Known */

/**
 * @typedef {{ partition: number, start: Known, end: Known, rate: Known }} LogPartition the log's first offset and the one after its last
 * @typedef {{ name: string, kept: Known, rate: Known, partitions: LogPartition[] }} LogTopic kept: ms
 */

/**
 * @typedef {{ topic: string, partition: number, position: Known, lag: Known, owner: string | null }} Reading the offset read next, and whose turn it is
 * @typedef {{ service: string, group: string, nodes: Known, lag: Known, rate: Known, partitions: Reading[] }} Group
 */

/** @typedef {{ reason: string, topic: string, partition: number, offset: number, time: number, text: string }} Rejected text: its first 200 characters */

/**
 * @typedef {object} Pipeline
 * @property {number} at the node's clock when the item was made
 * @property {string | null} cluster
 * @property {string} prefix of every topic's name
 * @property {'waiting' | 'rebuilding' | 'live'} state
 * @property {{ records: number, of: number } | null} rebuild
 * @property {Known} countedTo everything received up to this moment is counted
 * @property {Known} countingSince
 * @property {Known} rebalancedAt when this node was last given other partitions
 * @property {Known} rebalanceTook ms until it was live again
 * @property {LogTopic[]} topics page loads, clicks, commerce
 * @property {Group[]} groups EdmStream's and EdmStats'
 * @property {{ rate: Known, records: Known }} live the topic of the live figures
 * @property {{ records: Known, newest: Rejected[] }} rejected newest first
 * @property {number} screens connections that watch this node's frames
 * @property {import('../live/frame.js').PartitionTotals[]} books
 */

/**
 * What the parts of the view draw.
 * @typedef {object} Seen
 * @property {Pipeline | null} item
 * @property {number} now the node's clock
 * @property {string} old how old the figures are when they are not of now, else empty
 */

export {};
