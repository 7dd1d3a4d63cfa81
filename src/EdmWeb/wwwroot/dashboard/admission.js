/**
 * A viewer whose time is over is sent to sign in, and comes back to where he was.
 * @param {Response} answer of a place that is for viewers alone
 */
export function signInAgain(answer) {
  if (answer.status === 401) location.replace(`/login?to=${encodeURIComponent(location.pathname + location.hash)}`);
}
