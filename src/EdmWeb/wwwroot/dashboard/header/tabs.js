import { setAttribute } from '../dom.js';

/** The tabs say which part is shown; on a phone the log has one of its own: /dashboard#events. */
export function followTabs() {
  const follow = () => {
    const log = location.hash === '#events';
    const { view } = document.documentElement.dataset;
    document.body.toggleAttribute('data-log', log);
    for (const tab of document.querySelectorAll('[data-tabs] [data-to]')) {
      setAttribute(tab, 'aria-current', String(tab.getAttribute('data-to') === (log ? 'events' : view)));
    }
    for (const link of document.querySelectorAll('.views [data-to]')) {
      if (link.getAttribute('data-to') === view) setAttribute(link, 'aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    document.title = view === 'history' ? 'History · Fix Coffee' : 'Live · Fix Coffee';
  };
  addEventListener('hashchange', follow);
  follow();
}
