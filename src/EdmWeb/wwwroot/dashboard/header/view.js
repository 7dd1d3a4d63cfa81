// Which view is shown is known before the first paint, so this is a classic script in the head: /dashboard is Live,
// /dashboard#history is History, /dashboard#pipeline is Pipeline, and what stands behind its question mark is the view's own.
(() => {
  const follow = () => { document.documentElement.dataset.view = /^#(history|pipeline)\b/.exec(location.hash)?.[1] ?? 'live'; };
  addEventListener('hashchange', follow);
  follow();
})();
