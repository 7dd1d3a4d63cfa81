// @ts-check
// Sends what people do, each event under one id until the relay has answered for it. Its types are in edm.mjs.
/** @type {any} */ (window).edm ??= (() => {
  const hour = 3_600_000, maxBody = 48 * 1024;
  const headers = new Headers({ 'content-type': 'application/json' });
  const count = { sent: 0, refused: 0, dropped: 0, unconfirmed: 0 };
  let endpoint = '', path = '', from = document.referrer, busy = false, flights = 0, size = 50;

  /** @type {any} */
  const browser = navigator;
  /** @type {Record<string, string>} */
  let kept = {};
  try { kept = localStorage ?? kept; } catch { /* denied */ }
  const disk = kept;
  let queue = browser.locks ? kept : {}; // plain http has no locks: a queue for each page
  // edm:q:id:time:page:type holds when it was first sent (13 digits), and the JSON: with a key each, no page writes over another.
  const keys = () => Object.keys(queue).filter((key) => key.startsWith('edm:q:')).sort();
  const never = '0'.repeat(13), page = `${Math.random()}`;
  const words = (key = '') => (kept[key] ?? '').split(' ');

  const silent = () => browser.doNotTrack === '1' || browser.globalPrivacyControl || kept['edm-out'];
  const forget = () => {
    for (const store of [disk, kept, queue])
      for (const key of Object.keys(store)) if (key.startsWith('edm:')) delete store[key];
  };

  /** @param {(...args: any[]) => any} work */
  const quiet = (work) => (/** @type {any[]} */ ...args) => { try { return work(...args); } catch { /* the shop comes first */ } };
  const tell = (name = '', detail = {}) => document.dispatchEvent(new CustomEvent(`edm:${name}`, { detail }));
  const refuse = (type = '', reason = '') => {
    count.refused++;
    tell('refused', { type, reason });
  };
  const sleep = (time = 0) => new Promise((done) => setTimeout(done, time));
  const bytes = (text = '') => new TextEncoder().encode(text).length;

  let tick = 0n;
  // A UUIDv7 in which 12 bits count up: ids sort as they were made.
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
      if (bytes(json) >= maxBody) throw 'larger than 48 KiB';
      queue[`edm:q:${id}:${now}:${page}:${type}`] = never + json;
    } catch (reason) {
      if (![kept, queue].includes(disk) || !(reason instanceof DOMException)) return refuse(type, `${reason}`);
      // Full: this page goes on in memory, and sends what is stored after that.
      if (kept === disk) kept = { ...disk };
      if (queue === disk) queue = {};
      return record(type, properties, id);
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

  // Its id comes before what the route's own code tracks, its title after.
  const look = (id = uuid()) => setTimeout(quiet(() => {
    const { origin, pathname, search } = location, url = origin + pathname + search;
    if (pathname === path || /** @type {any} */ (document).prerendering) return;
    record('pageload', { url, title: document.title, referrer: from, user_agent: browser.userAgent, description: 'page load' }, id);
    path = pathname;
    from = url;
  }));

  const click = quiet((event) => {
    const button = event.composedPath()[0].closest?.('[data-edm-click]');
    if (button) record('click', {
      button_id: button.dataset.edmClick,
      description: (button.ariaLabel || button.textContent).replace(/\s+/g, ' ').trim().match(/^.{0,100}/u)[0],
      product_id: button.closest('[data-edm-product]')?.dataset.edmProduct,
    });
  });

  const oldest = () => {
    const now = Date.now(), batch = [];
    let total = 0;
    for (const key of keys()) {
      const tried = Number(queue[key]?.slice(0, 13)), json = queue[key]?.slice(13);
      const [, , id, made, maker, type] = key.split(':'), own = maker === page;
      // What another tab has sent may still be seen here: each sends its own, and others' only once they lie about.
      if (!json || (!own && Math.abs(now - Number(made)) < 5000)) continue;
      if (tried && Math.abs(now - tried) > hour) { // or its clock was set back
        delete queue[key];
        count.unconfirmed++;
        continue;
      }
      total += bytes(json) + 1;
      if (batch.length === size || total > maxBody) break;
      batch.push({ key, json, tried, id, type, own });
    }
    return batch;
  };

  const waiting = () => {
    const left = Number(words('edm:pause')[0]) - Date.now();
    return left > 0 && left < 2 * hour ? left : 0; // more is another clock's
  };

  const post = async (batch = oldest()) => {
    const offline = !browser.onLine, began = Date.now(), store = queue;
    const mark = (time = never) => { for (const { key, json, tried } of batch) if (!tried && store[key]) store[key] = time + json; };
    /** @type {any} */
    let response;
    /** @type {any} */
    let answer;
    flights++;
    mark(`${began}`);
    try {
      const body = `{"sent_timestamp":${began},"events":[${batch.map(({ json }) => json)}]}`;
      const signal = AbortSignal.timeout(30_000);
      response = await fetch(endpoint, { method: 'POST', keepalive: true, credentials: 'omit', headers, body, signal });
      answer = await response.json();
    } catch {
      await sleep(50); // a page that goes has not failed: it ends here
    }
    flights--;
    const milliseconds = Date.now() - began, status = response?.status;
    // A 2xx that does not account for every event is not the relay's.
    const taken = response?.ok && answer?.accepted + answer?.rejected?.length === batch.length;
    if (status === 413 && batch.length > 1) {
      size = batch.length >> 1;
    } else if (taken || /^4(?!08|29)/.test(status)) {
      delete kept['edm:pause'];
      let place = 0;
      batch.forEach(({ key, id, type }, index) => {
        const rejected = answer?.rejected?.find?.((/** @type {any} */ event) => event?.index === index);
        const at = taken && !rejected && answer.at?.[place++] || null;
        if (!store[key]) return; // forgotten meanwhile
        delete store[key];
        if (rejected || !taken) return refuse(type, rejected?.reason ?? answer?.title ?? `${status}`);
        count.sent++;
        tell('answered', { type, eventId: id, milliseconds, at });
      });
    } else {
      // What no broker can have does not start the hour.
      if (answer?.tried === false || (offline && !response && !browser.onLine)) mark();
      const failures = Number(words('edm:pause')[1]) || 0, after = Math.abs(response?.headers.get('retry-after')) || 0;
      const retryIn = Math.min(after * 1000, hour) + Math.random() * Math.min(60_000, 1000 * 2 ** failures);
      kept['edm:pause'] = `${Date.now() + retryIn} ${failures + 1}`;
      tell('waiting', { type: batch[batch.length - 1].type, retryIn });
    }
    pump();
  };

  const send = async () => {
    if (!document.hidden) await sleep(20); // a burst shares a request
    try {
      for (let batch; !flights && !waiting() && (batch = oldest()).length;) {
        await post(batch);
        if (!batch.every(({ own }) => own)) await sleep(1000); // until every tab sees them gone
      }
    } catch { /* storage failed */ }
    busy = false;
    if (browser.locks && !keys().length) queue = disk;
    if (keys().length) setTimeout(pump, waiting() || 5000);
  };

  const pump = () => {
    if (busy || !endpoint) return;
    busy = true;
    if (browser.locks) browser.locks.request('edm-send', send).catch(send); // refused where storage is
    else send();
  };

  const init = quiet((options) => {
    if (endpoint) return;
    if (options.writeKey) headers.set('authorization', `Basic ${btoa(`${options.writeKey}:`)}`);
    endpoint = new URL(options.endpoint, document.baseURI).href;
    if (silent()) forget();
    for (const name of /** @type {const} */ (['pushState', 'replaceState'])) {
      const original = history[name];
      history[name] = (...args) => {
        original.apply(history, args);
        look();
      };
    }
    for (const name of ['popstate', 'prerenderingchange']) addEventListener(name, () => look(), true);
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) path = '';
      look();
    });
    // A page that goes cannot wait for the lock, nor hear the answer: what was never sent goes now, and stays queued.
    addEventListener('visibilitychange', quiet(() => {
      const batch = document.hidden && !waiting() ? oldest().filter(({ own, tried }) => own && !tried) : [];
      if (batch.length) post(batch).catch(pump);
    }));
    addEventListener('click', click, true);
    look();
    pump();
  });
  const tag = document.currentScript?.dataset;
  if (tag?.endpoint) init(tag);

  return {
    init,
    track: quiet(record),
    optOut: quiet(() => {
      forget();
      disk['edm-out'] = kept['edm-out'] = '1';
    }),
    optIn: quiet(() => delete kept['edm-out'] && delete disk['edm-out']),
    stats: () => ({ silent: !!silent(), queued: keys().length, ...count }),
  };
})();
