import { setAttribute } from '../dom.js';

/** @type {Record<string, string>} */
const TITLES = { live: 'Live', history: 'History', pipeline: 'Pipeline' };

/** The tabs say which part is shown; on a phone the log has one of its own: /dashboard#events. */
export function followTabs() {
  const follow = () => {
    const log = location.hash === '#events';
    const { view = 'live' } = document.documentElement.dataset;
    document.body.toggleAttribute('data-log', log);
    for (const tab of document.querySelectorAll('[data-tabs] [data-to]')) {
      setAttribute(tab, 'aria-current', String(tab.getAttribute('data-to') === (log ? 'events' : view)));
    }
    for (const link of document.querySelectorAll('.views [data-to]')) {
      if (link.getAttribute('data-to') === view) setAttribute(link, 'aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    document.title = `${TITLES[view]} · Fix Coffee`;
  };
  addEventListener('hashchange', follow);
  follow();
}
