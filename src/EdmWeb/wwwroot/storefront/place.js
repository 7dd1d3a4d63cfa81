// One file is every page of the shop: before the first paint it says whether the home page, which stands in it, is to be seen.
document.documentElement.dataset.place = location.pathname === '/' ? 'home' : 'inside';
