/**
 * How long to wait before the next try. It never gives up, and the jitter keeps the dashboards of a node that died from
 * coming back all at once.
 * @param {number} failures tries that failed in a row
 * @returns {number} ms, at most 10 s
 */
export function backoff(failures) {
  const most = Math.min(10_000, 500 * 2 ** Math.min(failures, 5));
  return most * (0.5 + Math.random() / 2);
}
