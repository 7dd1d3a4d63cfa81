// @ts-check
/**
 * Makes events of what people do, and sends each, always with the same id, until the relay has answered for it.
 * The document hears edm:answered, edm:waiting and edm:refused.
 * @type {{ init(options: { endpoint: string, writeKey?: string }): void, track(type: string, properties?: object): void,
 *   optOut(): void, optIn(): void, stats(): Record<'queued' | 'sent' | 'refused' | 'dropped' | 'unconfirmed', number> }}
 */
var edm = window.edm ?? (() => {
  const hour = 3_600_000, maxQueued = 500, maxQueue = 256 * 1024, maxBatch = 50, maxBody = 48 * 1024;
  const count = { sent: 0, refused: 0, dropped: 0, unconfirmed: 0 };
  /** @type {any} */
  const browser = navigator;
  /** @type {Record<string, string>} */
  const headers = { 'content-type': 'application/json' };
  let endpoint = '';

  /** @type {Record<string, string>} what the browser keeps; where it may not, the page */
  let kept = {};
  try { kept = localStorage ?? kept; } catch { /* denied */ }
  // Plain http has no locks: there each page has a queue of its own.
  const queue = browser.locks ? kept : {};
  /** A key an event, edm:q:id:type, so that no tab writes over another; its value: when it was first sent (13 digits), and its JSON. */
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
  /** @param {object} detail */
  const tell = (name = '', detail) => document.dispatchEvent(new CustomEvent(`edm:${name}`, { detail }));
  const refuse = (type = '', reason = '') => {
    count.refused++;
    tell('refused', { type, reason });
  };
  const bytes = (text = '') => new TextEncoder().encode(text).length;

  let tick = 0n;
  /** A UUIDv7 (RFC 9562) with 12 bits that count up: ids sort as they were made. */
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
      const json = JSON.stringify({
        event_id: id, type, uuid: kept['edm:visitor'] ??= uuid(), session_id: session, event_timestamp: now, properties,
      });
      if (bytes(json) > maxBody) throw 'larger than 48 KiB';
      queue[`edm:q:${id}:${type}`] = never + json;
    } catch (reason) {
      return refuse(type, `${reason}`);
    }
    let room = maxQueue;
    keys().reverse().forEach((key, newer) => {
      room -= queue[key].length;
      if (newer < maxQueued && room >= 0) return;
      delete queue[key];
      count.dropped++;
    });
    pump();
  };

  let path = '', from = document.referrer;
  /** The id precedes those of what the route's own code tracks; the title is known after it. */
  const look = (id = uuid()) => setTimeout(quiet(() => {
    if (location.pathname === path) return;
    path = location.pathname;
    const url = location.origin + path + location.search;
    record('pageload', { url, title: document.title, referrer: from, user_agent: navigator.userAgent, description: 'page load' }, id);
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

  let busy = false, flights = 0, size = maxBatch, timer = 0;

  /** The oldest events, as many as one request takes. Those that waited an hour for an answer leave the queue. */
  const oldest = () => {
    const now = Date.now(), batch = [];
    let total = 0;
    for (const key of keys()) {
      const value = queue[key];
      if (!value) continue;
      const tried = Number(value.slice(0, 13)), json = value.slice(13);
      // Either way: a clock that was set back knows nothing of an hour.
      if (tried && Math.abs(now - tried) > hour) {
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

  /** How long every tab has to wait (ms); more than two hours is another clock's. */
  const waiting = () => {
    const left = Number(words('edm:pause')[0]) - Date.now();
    return left > 0 && left < 2 * hour ? left : 0;
  };

  const post = async (batch = oldest()) => {
    flights++;
    const offline = !navigator.onLine, now = Date.now(), began = performance.now();
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
        if (rejected || !taken) return refuse(type, rejected?.reason ?? answer?.title ?? `HTTP ${status}`);
        count.sent++;
        tell('answered', { type, eventId, milliseconds, at });
      });
    } else {
      // What no broker can have, since the relay says so or there was no network, does not start the hour.
      if (answer?.tried === false || (offline && !response && !navigator.onLine))
        for (const { key, json, tried } of batch) if (!tried && queue[key]) queue[key] = never + json;
      const failures = Number(words('edm:pause')[1]) || 0, after = Number(response?.headers.get('retry-after')) * 1000 || 0;
      const retryIn = Math.max(0, Math.min(after, hour)) + Math.random() * Math.min(60_000, 1000 * 2 ** failures);
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
    clearTimeout(timer);
    if (waiting()) timer = setTimeout(pump, waiting());
  };

  /** One request at a time, by the tab that holds the lock. */
  const pump = () => {
    if (busy || !endpoint) return;
    busy = true;
    if (browser.locks) browser.locks.request('edm-send', send).catch(send); // refused where storage is
    else send();
  };

  const api = {
    init: quiet((options) => {
      const first = !endpoint;
      endpoint = new URL(options.endpoint, document.baseURI).href;
      if (options.writeKey) headers.authorization = `Basic ${btoa(`${options.writeKey}:`)}`;
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
      // A page that goes cannot wait for the lock. What was never sent goes now and stays queued: nobody may hear the answer.
      addEventListener('visibilitychange', quiet(() => {
        const batch = document.hidden && !waiting() ? oldest().filter(({ tried }) => !tried) : [];
        if (batch.length) post(batch);
      }));
      addEventListener('click', quiet(click), true);
      look();
    }),
    track: quiet((type, properties) => record(type, properties)),
    optOut: quiet(() => {
      forget();
      kept['edm-out'] = '1';
    }),
    optIn: quiet(() => delete kept['edm-out']),
    stats: () => ({ queued: keys().length, ...count }),
  };
  const tag = document.currentScript?.dataset;
  if (tag?.endpoint) api.init(tag);
  return api;
})();
window.edm = edm; // in a module a var is not a global
