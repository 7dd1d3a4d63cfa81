const SVG = 'http://www.w3.org/2000/svg';

/**
 * Which box sends to which: out and in are how far from the middle of its side a line leaves and arrives, px.
 * @typedef {{ from: string, to: string, out?: number, in?: number, dashed?: boolean, folded?: boolean }} Link
 *   folded: drawn only when the boxes stand one below the other (true) or beside each other (false)
 */

/** @type {Link[]} */
const LINKS = [
  { from: 'storefront', to: 'relay' },
  ...[0, 1, 2].flatMap((topic) => [
    { from: 'relay', to: `topic-${topic}`, out: 9 * (topic - 1), folded: false },
    { from: `topic-${topic}`, to: 'stream', out: -4, in: 9 * (topic - 1), folded: false },
    { from: `topic-${topic}`, to: 'stats', out: 5, in: 9 * (topic - 1), folded: false },
  ]),
  { from: 'relay', to: 'topics', folded: true },
  { from: 'topics', to: 'stream', folded: true },
  { from: 'topics', to: 'stats', folded: true },
  { from: 'stream', to: 'live' },
  { from: 'live', to: 'screens' },
  { from: 'stream', to: 'rejected', out: 25, in: -9, dashed: true },
  { from: 'stats', to: 'rejected', out: -25, in: 9, dashed: true },
  { from: 'stats', to: 'store' },
  { from: 'history', to: 'store' },
];

/** Draws the lines between the boxes, and again only when these have moved. @param {HTMLElement} course what holds them */
export function createLinks(course) {
  const svg = /** @type {SVGSVGElement} */ (course.querySelector('svg'));
  const box = (/** @type {string} */ name) => /** @type {HTMLElement} */ (course.querySelector(`[data-box="${name}"]`));
  const lines = LINKS.map((link) => {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('marker-end', 'url(#arrow)');
    if (link.dashed) path.setAttribute('class', 'dashed');
    svg.append(path);
    return { ...link, path, source: box(link.from), target: box(link.to) };
  });

  new ResizeObserver(() => {
    const origin = course.getBoundingClientRect();
    const folded = getComputedStyle(course).getPropertyValue('--folded').trim() === '1';
    const place = (/** @type {HTMLElement} */ node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return { left: left - origin.left, right: left - origin.left + width, top: top - origin.top, bottom: top - origin.top + height };
    };
    for (const { path, source, target, out = 0, in: into = 0, folded: only } of lines) {
      const drawn = only === undefined || only === folded;
      path.setAttribute('d', drawn ? curve(place(source), place(target), out, into) : '');
    }
  }).observe(course);
}

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Place */

/** @param {Place} from @param {Place} to @param {number} out @param {number} into @returns {string} the path from the side that looks at the other box */
function curve(from, to, out, into) {
  if (to.left >= from.right || from.left >= to.right) {
    const right = to.left >= from.right;
    const [x, end] = right ? [from.right, to.left] : [from.left, to.right];
    const [y, tip] = [(from.top + from.bottom) / 2 + out, (to.top + to.bottom) / 2 + into];
    return `M${x} ${y}C${(x + end) / 2} ${y} ${(x + end) / 2} ${tip} ${end} ${tip}`;
  }
  const down = to.top >= from.bottom;
  const [y, tip] = down ? [from.bottom, to.top] : [from.top, to.bottom];
  // Straight over the middle of the narrower one, where it can be.
  const narrow = from.right - from.left > to.right - to.left ? to : from;
  const middle = (narrow.left + narrow.right) / 2;
  const [x, end] = [within(middle, from), within(middle, to) + into];
  return `M${x} ${y}C${x} ${(y + tip) / 2} ${end} ${(y + tip) / 2} ${end} ${tip}`;
}

/** @param {number} x @param {Place} box */
const within = (x, { left, right }) => Math.min(Math.max(x, left + 12), right - 12);
