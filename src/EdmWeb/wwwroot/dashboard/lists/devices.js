import { find } from '../../look/dom.js';
import { setProperty, setShown, setText } from '../dom.js';
import { UNKNOWN, count, percent } from '../format.js';

/** In fixed places, so that none changes its shade because it overtook another. */
const DEVICES = /** @type {const} */ (['phone', 'desktop', 'tablet', 'other']);

/** Page loads by device: parts of one whole, so one bar. @returns {(view: import('../live/store.js').View) => void} */
export function createDevices() {
  const root = find('[data-panel="devices"]', HTMLElement);
  const bar = find('[data-bar]', HTMLElement, root);
  const parts = DEVICES.map((name) => {
    const label = find(`[data-device="${name}"]`, HTMLElement, root);
    return { name, label, share: find('[data-share]', HTMLElement, label) };
  });
  /** @type {import('../live/frame.js').Frame | null} */ let drawn = null;

  return ({ frame }) => {
    if (frame === drawn) return;
    drawn = frame;
    const devices = frame?.lists.devices ?? [];
    const total = devices.reduce((sum, device) => sum + device.count, 0);
    let end = 0;
    for (const { name, label, share } of parts) {
      const own = devices.filter(({ key }) => (name === 'other' ? !DEVICES.some((known) => known === key) : key === name));
      const loads = own.reduce((sum, device) => sum + device.count, 0);
      setText(share, total === 0 ? UNKNOWN : shareOf(loads, total));
      end += loads;
      setProperty(bar, `--${name}`, `${total === 0 ? 0 : ((100 * end) / total).toFixed(1)}%`);
      setShown(label, name !== 'other' || loads > 0);
      const title = `${count(loads)} page loads`;
      if (label.title !== title) label.title = title;
    }
  };
}

/** @param {number} loads @param {number} total whole percents; a part that is there is never said to be none */
function shareOf(loads, total) {
  const whole = Math.round((100 * loads) / total);
  return loads > 0 && whole === 0 ? `${percent(Math.max(0.001, loads / total))} %` : `${whole} %`;
}
