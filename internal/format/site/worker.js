// Keeps the site on the reader's device: what was kept is shown at once, network or not, and a new version is fetched behind.
// Before this, the program has written two lists, from the address of each file to a hash of its contents: the shell, without
// which nothing works, and the rest. A large site has no rest: its pages are kept as they are visited.

const root = registration.scope;
// The storage is the host's: sites side by side each have their own.
const cacheName = `lexipoche ${root}`;
const kept = new Map(Object.entries({ ...shell, ...rest }));
const notFound = '404.html';
// How many visited pages are kept.
const visits = 300;

// The address of a file from the root of the site; null for what is not the site's to keep.
function addressOf(url) {
  const { origin, pathname } = new URL(url);
  const path = origin + pathname;
  if (!path.startsWith(root)) return null;
  const address = path.slice(root.length).replace(/(^|\/)index\.html$/, '$1');
  return /^download\/./.test(address) ? null : address;
}

// What a file is kept under: with its hash, so that versions stand side by side, or as it was visited.
const keyOf = (address) => root + address + (kept.has(address) ? `?${kept.get(address)}` : '');

// A response that came by a redirection may not be given to a page.
const plain = (response) =>
  response.redirected ? new Response(response.body, { status: response.status, headers: response.headers }) : response;

async function keep(cache, address, response) {
  if (response.status !== 200 || response.type !== 'basic') return;
  await cache.put(keyOf(address), plain(response));
  if (kept.has(address)) return;
  const visited = (await cache.keys()).filter(({ url }) => !url.includes('?'));
  await Promise.all(visited.slice(0, -visits).map((key) => cache.delete(key)));
}

// Fetches what is not there yet, a few at a time. What the host does not have is done without; a network that fails, or a
// host that is ill, is an error: it will be tried again.
async function fetchAll(addresses) {
  const cache = await caches.open(cacheName);
  const there = new Set((await cache.keys()).map(({ url }) => url));
  const missing = addresses.filter((address) => !there.has(keyOf(address))).values();
  const line = async () => {
    for (const address of missing) {
      const response = await fetch(root + address, { cache: 'no-cache' });
      if (response.status >= 500) throw new Error(`${address}: ${response.status}`);
      await keep(cache, address, response);
    }
  };
  await Promise.all(Array.from({ length: 6 }, line));
}

// Removes what is of no version any more. The older one of a page stays as long as the new one is not there. Where a newer
// worker is coming, what it has fetched is not this one's to remove.
async function clean() {
  const cache = await caches.open(cacheName);
  const keys = await cache.keys();
  if (registration.installing || registration.waiting?.state === 'installed') return;
  const there = new Set(keys.map(({ url }) => url));
  for (const { url } of keys) {
    const address = addressOf(url);
    const current = keyOf(address);
    if (url !== current && (!kept.has(address) || there.has(current))) await cache.delete(url);
  }
}

let filling;
function fill() {
  filling ??= fetchAll([...kept.keys()]) // the shell too: a device that lacks room may have let some of it go
    .then(clean)
    .catch(() => {})
    .finally(() => {
      filling = undefined;
    });
  return filling;
}

// What is shown where there is no page: the one that says so, which knows how to stand at any address. Without a network, a
// page may also be absent because it was never kept, or because its address lacks the last slash.
async function absent(cache, address, { mode }, response) {
  if (mode !== 'navigate') return response;
  if (!response.status && (await cache.match(root + address + '/', { ignoreSearch: true, ignoreVary: true }))) {
    return Response.redirect(`${root}${address}/`);
  }
  const page = await cache.match(keyOf(notFound), { ignoreVary: true });
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : response;
}

async function answer(event, address) {
  const { request } = event;
  const cache = await caches.open(cacheName);
  if (kept.has(address)) {
    const current = await cache.match(keyOf(address), { ignoreVary: true });
    if (current) return current;
  }
  const older = await cache.match(root + address, { ignoreSearch: true, ignoreVary: true });
  const fetched = fetch(request).then((response) => {
    event.waitUntil(keep(cache, address, response.clone()).catch(() => {})); // the device may be full
    if (response.status === 404 || response.status === 410) event.waitUntil(cache.delete(root + address, { ignoreSearch: true }));
    return response;
  });
  if (older) {
    event.waitUntil(fetched.catch(() => {}));
    return older;
  }
  const response = await fetched.catch(() => Response.error());
  return response.status === 404 || response.type === 'error' ? absent(cache, address, request, response) : response;
}

// Whether a file is there is asked before it is: without a network, what is kept is.
async function head(request, address) {
  const cache = await caches.open(cacheName);
  const there = await cache.match(root + address, { ignoreSearch: true, ignoreVary: true });
  return there ? new Response(null, { headers: there.headers }) : fetch(request);
}

// A new version takes the place of the old one between two pages, never under the reader's eyes: the page that was asked
// for is then asked for again, of the new one.
let asked = 0;
function renew({ mode }) {
  // The state is looked at too: a worker that has just taken its place may still be told that it is waiting.
  if (mode !== 'navigate' || registration.waiting?.state !== 'installed' || asked === 3) return null;
  asked++;
  registration.waiting.postMessage('activate');
  return new Response('', { headers: { 'Content-Type': 'text/html', Refresh: '0' } });
}

addEventListener('install', (event) => event.waitUntil(fetchAll(Object.keys(shell))));

addEventListener('activate', (event) => event.waitUntil(clean().then(() => clients.claim())));

addEventListener('message', (event) => {
  if (event.data === 'activate') skipWaiting();
  if (event.data === 'fill') event.waitUntil(fill());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const address = addressOf(request.url);
  if (address === null || request.headers.has('range')) return;
  if (request.method === 'HEAD') event.respondWith(head(request, address));
  if (request.method === 'GET') event.respondWith(renew(request) ?? answer(event, address));
});
