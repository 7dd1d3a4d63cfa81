import { setAttribute } from '../dom.js';

/** On a phone the log has a tab of its own: /dashboard#events. */
export function followTabs() {
  const follow = () => {
    const log = location.hash === '#events';
    document.body.toggleAttribute('data-log', log);
    for (const tab of document.querySelectorAll('[data-tabs] a')) {
      setAttribute(tab, 'aria-current', String((tab.getAttribute('href') === '#events') === log));
    }
  };
  addEventListener('hashchange', follow);
  follow();
}
