import { find } from '../../look/dom.js';
import { setAttribute, setText } from '../dom.js';
import { UNKNOWN, age, clock } from '../format.js';
import { clockOrDay, known, moment } from './words.js';

/** Since when is counted, what the last rebalance cost, and where all this is. @returns {(seen: import('./item.js').Seen) => void} */
export function createFooter() {
  const root = find('[data-pipe-footer]', HTMLElement);
  const [since, cluster, prefix, counted] = ['since', 'cluster', 'prefix', 'counted'].map((name) => find(`[data-pipe-${name}]`, HTMLElement, root));

  return ({ item, now }) => {
    if (!item) return;
    const { countingSince, rebalancedAt, rebalanceTook } = item;
    const rebalance = rebalancedAt === null ? 'no rebalance known'
      : `last rebalance ${clockOrDay(rebalancedAt, now)}, ${rebalanceTook === null ? 'not live again yet' : `live again after ${age(rebalanceTook)}`}`;
    setText(since, `Counting since ${known(countingSince, moment)}; ${rebalance}`);
    setText(cluster, item.cluster ?? UNKNOWN);
    setAttribute(cluster, 'title', item.cluster ?? '');
    setText(prefix, item.prefix || 'none');
    setText(counted, known(item.countedTo, clock));
  };
}
