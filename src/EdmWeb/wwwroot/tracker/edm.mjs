// @ts-check
import './edm.js';

/**
 * The tracker for pages that import it; without a tag it waits for init.
 * @typedef {{ silent: boolean, queued: number, sent: number, refused: number, dropped: number, unconfirmed: number }} Stats
 *   silent: nothing is stored or sent, as the browser or the visitor asks; queued: events that wait, of all tabs; the others are this page's: dropped when the queue was full, unconfirmed after an hour
 * @typedef {{ topic: string, partition: number, offset: number }} Place where the log has it; null where the answer does not say
 * @typedef {{ type: string, eventId: string, milliseconds: number, at: Place | null }} Answered detail of the document's edm:answered
 * @typedef {{ type: string, retryIn: number }} Waiting detail of edm:waiting, one a request; the newest event's type, ms
 * @typedef {{ type: string, reason: string }} Refused detail of edm:refused
 * @typedef {{
 *   init(options: { endpoint: string, writeKey?: string }): void,
 *   track(type: string, properties?: object): void,
 *   optOut(): void,
 *   optIn(): void,
 *   stats(): Stats,
 * }} Edm
 */

/** @type {Window & { edm?: Edm }} */
const page = window;

export default /** @type {Edm} */ (page.edm);
