import { find } from '../look/dom.js';
import { say } from './say.js';

/**
 * @typedef {object} View what an address shows
 * @property {string} title of the document
 * @property {string} name for the styles, as data-view of the body
 * @property {string} [section] the link of the header that leads here
 * @property {Element[]} content none on the home page: index.html has it
 * @property {() => void} [shown] called once it is on the page
 *
 * @typedef {(address: URL, left: AbortSignal) => View} Find left: aborted when the view goes
 */

/** Shows the view of each address of the shop, without loading a page: links, Back and Forward work as everywhere. */
export class Router {
  #find;
  #left = new AbortController();
  #place = find('#view', HTMLElement);

  /** @param {Find} views */
  constructor(views) {
    this.#find = views;
    addEventListener('popstate', () => this.#show());
    document.addEventListener('click', (event) => this.#follow(event));
  }

  start() {
    this.#show();
  }

  /** @param {string} address @param {{ replace?: boolean, state?: unknown }} how */
  go(address, { replace = false, state = null } = {}) {
    if (replace) history.replaceState(state, '', address);
    else history.pushState(state, '', address);
    this.#show();
    scrollTo(0, 0);
    const heading = document.querySelector('main > :not([hidden]) h1');
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
    say(document.title);
  }

  #show() {
    this.#left.abort();
    this.#left = new AbortController();
    const view = this.#find(new URL(location.href), this.#left.signal);
    document.title = view.title;
    document.body.dataset.view = view.name;
    document.documentElement.dataset.place = view.content.length ? 'inside' : 'home';
    this.#place.replaceChildren(...view.content);
    for (const link of document.querySelectorAll('.sections a')) {
      if (link.getAttribute('href') === view.section) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    view.shown?.();
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const elsewhere = event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    // What the shop does not show, the server does; and a place on the same page is the browser's.
    if (!link || elsewhere || link.target || link.origin !== location.origin || link.hash || /^\/(dashboard|tracker|lib)\b/.test(link.pathname)) return;
    event.preventDefault();
    this.go(link.href);
  }
}
