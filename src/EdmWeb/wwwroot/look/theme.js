// The theme is set before the first paint, so this is a classic script in the head. It follows the system until
// someone uses the switch (any element with data-theme-switch); the choice stays in this browser.
(() => {
  const key = 'edm-theme';
  const system = matchMedia('(prefers-color-scheme: dark)');
  const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };
  const apply = () => {
    document.documentElement.dataset.theme = stored() ?? (system.matches ? 'dark' : 'light');
    dispatchEvent(new Event('edm-theme'));
  };
  apply();
  system.addEventListener('change', apply);
  document.addEventListener('click', (event) => {
    const target = event.target;
    if (!(target instanceof Element) || !target.closest('[data-theme-switch]')) return;
    try { localStorage.setItem(key, document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'); } catch { return; }
    apply();
  });
})();
