// Keeps the last good copy of each page of an agenda that was read, for readers without a connection.

const COPIES = 'lectern-agenda';
const MOST_COPIES = 300;
const PATIENCE = 4_000;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === location.origin && !url.pathname.endsWith('/stream')) {
    event.respondWith(answer(event));
  }
});

/** From the network; the copy where that fails or takes too long. */
async function answer(event) {
  const copies = await caches.open(COPIES);
  const fresh = fetch(event.request).then((response) => {
    if (response.ok && !response.headers.get('Cache-Control')?.includes('no-store')) {
      event.waitUntil(keep(copies, event.request, response.clone()));
    }
    return response;
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  return first ?? (await copies.match(event.request, { ignoreVary: true })) ?? fresh;
}

/** A page without a connection tells its reader how old it is. */
function dated({ body, status, statusText, headers }) {
  const copy = new Response(body, { status, statusText, headers });
  copy.headers.set('Last-Modified', new Date().toUTCString());
  return copy;
}

async function keep(copies, request, response) {
  await copies.put(request, dated(response));
  const all = await copies.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_COPIES)).map((each) => copies.delete(each)));
}
