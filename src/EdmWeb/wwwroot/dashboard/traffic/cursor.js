/**
 * The moment that pointer or arrow keys chose on the plot. It is kept as a time: the chart goes on under it.
 * @param {HTMLElement} plot
 * @param {{ count: () => number, at: (x: number) => number, chosen: () => number | null, choose: (index: number | null) => void }} axis
 *   at: index of the step under an x of the plot
 */
export function followCursor(plot, { count, at, chosen, choose }) {
  const bounded = (/** @type {number} */ index) => Math.min(count() - 1, Math.max(0, index));
  plot.addEventListener('pointermove', (event) => {
    const { left, width } = plot.getBoundingClientRect();
    choose(bounded(at(((event.clientX - left) * plot.offsetWidth) / width)));
  });
  plot.addEventListener('pointerleave', () => choose(null));
  plot.addEventListener('blur', () => choose(null));
  plot.addEventListener('keydown', (event) => {
    const last = count() - 1;
    const from = chosen() ?? last;
    /** @type {Record<string, number | null>} */
    const targets = {
      ArrowLeft: from - 1, ArrowRight: from + 1, PageDown: from - 10, PageUp: from + 10, Home: 0, End: last, Escape: null,
    };
    if (!(event.key in targets)) return;
    const target = targets[event.key];
    choose(target === null ? null : bounded(target));
    event.preventDefault();
  });
}
