// Keeps the pages of an edition on the device, so that they can be read without a connection. `noticeboardKept`, written before
// this, says which files, and the digest of them all. With no files it takes itself away, and all that it kept.
(() => {
  "use strict";
  const PATIENCE = 4000; // ms to wait for the web before a page that is kept is shown
  const { version, files } = self.noticeboardKept;
  const family = `noticeboard ${registration.scope} `;
  const name = family + version;
  const whole = path => new URL(path, registration.scope).href;
  const kept = new Set(files.map(whole));

  // A browser refuses a page that came by way of a redirect, so what is kept is a copy of what arrived.
  const keep = async (cache, address) => {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const { status, statusText, headers } = answer;
    await cache.put(address, new Response(await answer.blob(), { status, statusText, headers }));
  };

  const copy = address => caches.match(address, { cacheName: name });
  // What lies in assets has another name when it changes, so the copy is as good.
  const shared = async (request, address) => await copy(address) || fetch(request);
  // Advice and phone numbers change: what is on the web stands before the copy, unless it takes too long.
  const page = async (request, address) => {
    const web = fetch(new Request(request, { cache: "no-cache" }));
    const late = new Promise(done => { setTimeout(done, PATIENCE); });
    const first = await Promise.race([web.catch(() => {}), late]);
    return first || await copy(address) || web;
  };

  // All of it or nothing: if one file fails, the browser goes on with what it has, and tries again later.
  addEventListener("install", event => {
    event.waitUntil((async () => {
      const cache = await caches.open(name);
      await Promise.all([...kept].map(address => keep(cache, address)));
      await skipWaiting();
    })());
  });

  addEventListener("activate", event => {
    event.waitUntil((async () => {
      const names = await caches.keys();
      const old = names.filter(one => one.startsWith(family) && (one !== name || !kept.size));
      await Promise.all(old.map(one => caches.delete(one)));
      await (kept.size ? clients.claim() : registration.unregister());
    })());
  });

  addEventListener("fetch", event => {
    const address = new URL(event.request.url);
    address.search = address.hash = "";
    if (address.pathname.endsWith("/")) address.pathname += "index.html";
    if (event.request.method !== "GET" || !kept.has(address.href)) return;
    const isShared = address.href.startsWith(whole("assets/"));
    event.respondWith(isShared ? shared(event.request, address.href) : page(event.request, address.href));
  });
})();
