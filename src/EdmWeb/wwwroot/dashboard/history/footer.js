import { find } from '../../look/dom.js';
import { setText } from '../dom.js';
import { count } from '../format.js';
import { dayText, timeText, yearText } from './steps.js';
import { MINUTE, wallOf } from './zone.js';

/** How much is kept, and up to when it is counted. @returns {(answers: import('./answers.js').Answers) => void} */
export function createFooter() {
  const root = find('[data-past-footer]', HTMLElement);
  const kept = find('[data-kept]', HTMLElement, root);
  const counted = find('[data-past-counted]', HTMLElement, root);
  return ({ totals: { since, countedTo }, period: { zone, until }, now }) => {
    const to = countedTo === null ? null : Date.parse(countedTo);
    const from = since === null ? null : Date.parse(since);
    const open = until > now ? '; today is not over' : '';
    const begun = from === null ? 0 : wallOf(from, zone);
    setText(kept, since === null || from === null ? 'No minute kept yet' : `${count(Math.max(0, Math.floor(((to ?? now) - from) / MINUTE)))} minutes kept, since ${(since.slice(0, 4) === new Date(now).toISOString().slice(0, 4) ? dayText : yearText)(begun)} ${timeText(begun)}${open}`);
    setText(counted, to === null ? '' : `counted to ${timeText(wallOf(to, zone))}`);
  };
}
