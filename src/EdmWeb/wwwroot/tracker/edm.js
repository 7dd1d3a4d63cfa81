// @ts-check
/**
 * Makes events of what people do and sends each, always with the same id, until the relay has answered for it.
 * The document hears edm:answered, edm:waiting and edm:refused.
 * @type {{ init(options: { endpoint: string, writeKey?: string }): void, track(type: string, properties?: object): void,
 *   optOut(): void, optIn(): void, stats(): Record<string, number> }}
 */
var edm = window.edm ?? (() => {
  const hour = 3_600_000, maxBatch = 50, maxBody = 48 * 1024;
  const headers = new Headers({ 'content-type': 'application/json' });
  const count = { sent: 0, refused: 0, dropped: 0, unconfirmed: 0 };
  let endpoint = '';

  /** @type {any} */
  const browser = navigator;
  /** @type {Record<string, string>} */
  let kept = {};
  try { kept = localStorage ?? kept; } catch { /* denied: this page alone keeps it */ }
  // Without locks (plain http) each page has a queue of its own.
  const queue = browser.locks ? kept : {};
  // edm:q:id:type is when it was first sent (13 digits) and the JSON: with a key for each, no tab writes over another.
  const keys = () => Object.keys(queue).filter((key) => key.startsWith('edm:q:')).sort();
  const never = '0'.repeat(13);
  const words = (key = '') => (kept[key] ?? '').split(' ');

  const silent = () => browser.doNotTrack === '1' || browser.globalPrivacyControl || kept['edm-out'];
  const forget = () => {
    for (const store of [kept, queue])
      for (const key of Object.keys(store)) if (key.startsWith('edm:')) delete store[key];
  };

  /** @param {(...args: any[]) => any} work that must not fail into the page */
  const quiet = (work) => (/** @type {any[]} */ ...args) => { try { return work(...args); } catch { /* the shop comes first */ } };
  const tell = (name = '', detail = {}) => document.dispatchEvent(new CustomEvent(`edm:${name}`, { detail }));
  const refuse = (type = '', reason = '') => {
    count.refused++;
    tell('refused', { type, reason });
  };
  const bytes = (text = '') => new TextEncoder().encode(text).length;

  let tick = 0n;
  /** UUIDv7 (RFC 9562); 12 bits count up, so that ids sort as they were made. */
  const uuid = () => {
    const now = BigInt(Date.now()) << 12n;
    tick = now > tick ? now : tick + 1n;
    const random = BigInt.asUintN(62, crypto.getRandomValues(new BigUint64Array(1))[0]) | 1n << 63n;
    return (tick.toString(16).padStart(15, '0') + random.toString(16)).replace(/(.{8})(.{4})(.{3})(.{4})/, '$1-$2-7$3-$4-');
  };

  const record = (type = '', properties = {}, id = uuid()) => {
    if (silent()) return;
    try {
      const now = Date.now(), [last, seen] = words('edm:session'), session = now - Number(seen) < hour / 2 ? last : uuid();
      kept['edm:session'] = `${session} ${now}`;
      const visitor = kept['edm:visitor'] ??= uuid();
      const json = JSON.stringify({ event_id: id, type, uuid: visitor, session_id: session, event_timestamp: now, properties });
      if (bytes(json) > maxBody) throw 'larger than 48 KiB';
      queue[`edm:q:${id}:${type}`] = never + json;
    } catch (reason) {
      return refuse(type, `${reason}`);
    }
    let room = 256 * 1024;
    keys().reverse().forEach((key, newer) => {
      room -= queue[key].length;
      if (newer < 500 && room >= 0) return;
      delete queue[key];
      count.dropped++;
    });
    pump();
  };

  let path = '', from = document.referrer;
  // The id precedes those of what the route's own code tracks; the title is known after it.
  const look = (id = uuid()) => setTimeout(quiet(() => {
    const { origin, pathname, search } = location, url = origin + pathname + search;
    if (pathname === path) return;
    record('pageload', { url, title: document.title, referrer: from, user_agent: browser.userAgent, description: 'page load' }, id);
    path = pathname;
    from = url;
  }));

  /** @param {Event} event */
  const click = (event) => {
    /** @type {any} */
    const target = event.composedPath()[0], button = target.closest?.('[data-edm-click]');
    if (button) record('click', {
      button_id: button.dataset.edmClick,
      description: (button.ariaLabel || button.textContent).replace(/\s+/g, ' ').trim().match(/^.{0,100}/u)[0],
      product_id: button.closest('[data-edm-product]')?.dataset.edmProduct,
    });
  };

  let busy = false, flights = 0, size = maxBatch;

  /** The oldest events, as many as one request takes. Those that waited an hour for an answer leave the queue. */
  const oldest = () => {
    const now = Date.now(), batch = [];
    let total = 0;
    for (const key of keys()) {
      const tried = Number(queue[key]?.slice(0, 13)), json = queue[key]?.slice(13);
      if (!json) continue;
      if (tried && Math.abs(now - tried) > hour) { // either way: a clock set back knows nothing of an hour
        delete queue[key];
        count.unconfirmed++;
        continue;
      }
      total += bytes(json) + 1;
      if (batch.length === size || (batch.length && total > maxBody)) break;
      batch.push({ key, json, tried });
    }
    return batch;
  };

  /** How long all tabs have to wait (ms); over two hours is another clock's. */
  const waiting = () => {
    const left = Number(words('edm:pause')[0]) - Date.now();
    return left > 0 && left < 2 * hour ? left : 0;
  };

  const post = async (batch = oldest()) => {
    flights++;
    const offline = !browser.onLine, now = Date.now(), began = performance.now();
    for (const { key, json, tried } of batch) if (!tried) queue[key] = now + json;
    /** @type {any} */
    let response;
    /** @type {any} */
    let answer;
    try {
      const body = `[${batch.map(({ json }) => json)}]`;
      response = await fetch(endpoint, { method: 'POST', keepalive: true, credentials: 'omit', headers, body, signal: AbortSignal.timeout(30_000) });
      answer = await response.json();
    } catch { /* no answer, or none that can be read */ }
    flights--;
    const milliseconds = Math.round(performance.now() - began), status = response?.status;
    // A 2xx that does not account for every event is not the relay's.
    const taken = response?.ok && answer?.accepted + answer?.rejected?.length === batch.length;
    if (status === 413 && batch.length > 1) {
      size = batch.length >> 1;
    } else if (taken || /^4(?!08|29)/.test(status)) {
      delete kept['edm:pause'];
      size = Math.min(maxBatch, size * 2);
      let place = 0;
      batch.forEach(({ key }, index) => {
        const rejected = answer?.rejected?.find?.((/** @type {any} */ event) => event?.index === index);
        const at = taken && !rejected && answer.at?.[place++] || null, [, , eventId, type] = key.split(':');
        if (!queue[key]) return; // forgotten meanwhile
        delete queue[key];
        if (rejected || !taken) return refuse(type, rejected?.reason ?? answer?.title ?? `${status}`);
        count.sent++;
        tell('answered', { type, eventId, milliseconds, at });
      });
    } else {
      // What no broker can have, by the relay's word or for want of a network, does not start the hour.
      if (answer?.tried === false || (offline && !response && !browser.onLine))
        for (const { key, json, tried } of batch) if (!tried && queue[key]) queue[key] = never + json;
      const failures = Number(words('edm:pause')[1]) || 0, after = Math.abs(response?.headers.get('retry-after')) || 0;
      const retryIn = Math.min(after * 1000, hour) + Math.random() * Math.min(60_000, 1000 * 2 ** failures);
      kept['edm:pause'] = `${Date.now() + retryIn} ${failures + 1}`;
      tell('waiting', { type: batch[batch.length - 1].key.split(':')[3], retryIn });
    }
    pump();
  };

  const send = async () => {
    // A burst shares a request, and what the last sender took out of the queue is gone here too.
    if (!document.hidden) await new Promise((done) => setTimeout(done, 20));
    try {
      for (let batch; !flights && !waiting() && (batch = oldest()).length;) await post(batch);
    } catch { /* storage failed: the next event tries again */ }
    busy = false;
    if (waiting()) setTimeout(pump, waiting());
  };

  /** One request at a time, by the tab that holds the lock. */
  const pump = () => {
    if (busy || !endpoint) return;
    busy = true;
    if (browser.locks) browser.locks.request('edm-send', send).catch(send); // refused where storage is
    else send();
  };

  const init = quiet((options) => {
    const first = !endpoint;
    endpoint = new URL(options.endpoint, document.baseURI).href;
    if (options.writeKey) headers.set('authorization', `Basic ${btoa(`${options.writeKey}:`)}`);
    if (silent()) forget();
    pump();
    if (!first) return;
    for (const name of /** @type {const} */ (['pushState', 'replaceState'])) {
      const original = history[name];
      history[name] = (...args) => {
        original.apply(history, args);
        look();
      };
    }
    addEventListener('popstate', () => look());
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) path = '';
      look();
    });
    // A page that goes cannot wait for the lock: what was never sent goes now, and stays queued, for nobody may hear the answer.
    addEventListener('visibilitychange', quiet(() => {
      const batch = document.hidden && !waiting() ? oldest().filter(({ tried }) => !tried) : [];
      if (batch.length) post(batch).catch(pump);
    }));
    addEventListener('click', quiet(click), true);
    look();
  });
  const tag = document.currentScript?.dataset;
  if (tag?.endpoint) init(tag);

  return {
    init,
    track: quiet(record),
    optOut: quiet(() => {
      forget();
      kept['edm-out'] = '1';
    }),
    optIn: quiet(() => delete kept['edm-out']),
    stats: () => ({ queued: keys().length, ...count }),
  };
})();
window.edm = edm; // in a module a var is not a global
