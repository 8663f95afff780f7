// The service worker: a script of its own, without imports; `/sw.js` serves it without its types.
const worker = self as unknown as ServiceWorkerGlobalScope;

const pagesKept = 40;
const picturesOfAPage = 24;
const freshForMs = 10 * 60_000;
const keptAtHeader = 'x-kept-at';
const offlinePages = ['/offline', '/de/offline'];

/** All that may be kept: what a stranger sees of products, categories and the home page. */
const mayBeKept = /^\/(?:de\/?)?$|^\/(?:catalog|de\/katalog)$|^\/(?:products|de\/produkte)\/[^/]+$/;
const isFile = /^\/_next\/static\/|^\/api\/v1\/catalog\/(?:images\/|items\/\d+\/picture$)/;
/** What has no use of an offline page: staff, sign-in, programs. */
const isLeftAlone = /^\/(?:admin|api|auth|identity|status)(?:\/|$)/;

const shelf = () => caches.open('shelf-pages');
const files = () => caches.open('shelf-files');

/** A product is the same page whichever variant is chosen; the rest of a query tells listings apart. */
const keyOf = (address: string): string => {
  const url = new URL(address, worker.location.origin);
  url.searchParams.delete('item');
  return url.pathname + url.search;
};

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '';

/** One size of each picture: the smallest that is not a thumbnail. */
const picturesIn = (html: string): string[] =>
  [...html.matchAll(/<img\s[^>]+>/g)].slice(0, picturesOfAPage).map(([tag]) => {
    const [small, next] = attribute(tag, 'srcset').split(', ');
    return (next ?? small)?.split(' ')[0] || attribute(tag, 'src');
  });

const filesOf = (html: string): string[] => {
  const code = html.match(/\/_next\/static\/[\w./~%-]+\.(?:js|css|woff2)/g) ?? [];
  return [...new Set([...code, ...picturesIn(html)])].filter((path) =>
    isFile.test(new URL(path, worker.location.origin).pathname),
  );
};

const keepFile = async (path: string): Promise<void> => {
  const cache = await files();
  if (await cache.match(path)) return;
  const answer = await fetch(path, { credentials: 'omit' });
  if (answer.ok) await cache.put(path, answer);
};

/** Whoever comes back finds the page as a stranger saw it: it is asked for without cookies. */
const keep = async (address: string): Promise<void> => {
  const key = keyOf(address);
  const cache = await shelf();
  const before = (await cache.match(key))?.headers.get(keptAtHeader);
  const isPinned = offlinePages.includes(key);
  if (!isPinned && before && Date.now() - Date.parse(before) < freshForMs) return;
  const answer = await fetch(key, { credentials: 'omit', cache: 'no-store', redirect: 'error' });
  if (!answer.ok) throw new Error(`${key} answered ${answer.status}`);
  const html = await answer.text();
  await Promise.allSettled(filesOf(html).map(keepFile));
  const keptAt = new Date().toISOString();
  const headers = new Headers(answer.headers);
  headers.set(keptAtHeader, keptAt);
  headers.delete('content-encoding');
  headers.delete('content-length');
  // Of the offline page it is of no interest.
  const stamp = isPinned ? '' : keptAt;
  // Deleted first, as the oldest key is the first to go.
  await cache.delete(key);
  await cache.put(key, new Response(html.replace('<html ', `<html data-kept-at="${stamp}" `), { headers }));
};

/** The oldest pages go, and the files that no page left needs. */
const tidy = async (): Promise<void> => {
  const [cache, kept] = await Promise.all([shelf(), files()]);
  const seen = (await cache.keys()).filter(({ url }) => !offlinePages.includes(new URL(url).pathname));
  await Promise.all(seen.slice(0, Math.max(0, seen.length - pagesKept)).map((key) => cache.delete(key)));
  const pages = await cache.matchAll();
  const needed = new Set((await Promise.all(pages.map((page) => page.text()))).flatMap(filesOf));
  for (const request of await kept.keys()) {
    const url = new URL(request.url);
    if (!needed.has(url.pathname + url.search)) await kept.delete(request);
  }
};

const forget = async (): Promise<void> => {
  const cache = await shelf();
  const keys = await cache.keys();
  await Promise.all(
    keys
      .filter(({ url }) => !offlinePages.includes(new URL(url).pathname))
      .map((request) => cache.delete(request)),
  );
  await tidy();
};

/** One after the other, so that none throws away what another has just fetched. */
let before: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<unknown>): Promise<unknown> => {
  before = before.then(work).catch(() => undefined);
  return before;
};

/** This browser is told of no order any more; the push service says so to a shop that does not hear it now. */
const endPushes = async (): Promise<void> => {
  const subscription = await worker.registration.pushManager.getSubscription();
  if (!subscription) return;
  const { endpoint } = subscription;
  await subscription.unsubscribe();
  await fetch('/api/v1/push-subscriptions/end', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': '1' },
    body: JSON.stringify({ endpoint }),
  });
};

/** Nothing of who leaves stays here: what they saw, and what they are told. */
const leave = (): Promise<unknown> => Promise.allSettled([inTurn(forget), endPushes()]);

/** An account that is not deleted after all keeps what it has. */
const deleted = async (event: FetchEvent): Promise<Response> => {
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(leave());
  return answer;
};

const fromShelf = async (url: URL): Promise<Response> => {
  const cache = await shelf();
  const isGerman = /^\/de(?:\/|$)/.test(url.pathname);
  const found =
    (mayBeKept.test(url.pathname) && (await cache.match(keyOf(url.href)))) ||
    (await cache.match(offlinePages[isGerman ? 1 : 0] ?? ''));
  return found ?? Response.error();
};

worker.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(offlinePages.map(keep)).then(() => worker.skipWaiting()));
});

// A page has all it needs in itself and in files named by their content, so a new worker may serve pages of before.
worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([worker.clients.claim(), inTurn(tidy)]));
});

worker.addEventListener('message', (event) => {
  const said = event.data as { keep?: unknown; forget?: unknown };
  if (said.forget === true) event.waitUntil(inTurn(forget));
  if (typeof said.keep !== 'string') return;
  const { origin, pathname } = new URL(said.keep, worker.location.origin);
  if (origin !== worker.location.origin || !mayBeKept.test(pathname)) return;
  const address = said.keep;
  event.waitUntil(inTurn(() => keep(address).then(tidy)));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.method === 'POST' && url.pathname === '/auth/logout') return event.waitUntil(leave());
  if (request.method === 'POST' && url.pathname === '/api/v1/account/deletion')
    return event.respondWith(deleted(event));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (isLeftAlone.test(url.pathname)) return;
    // Without navigation preload, which asks for pages that are left alone twice: a link for signing in holds once.
    event.respondWith(fetch(request).catch(() => fromShelf(url)));
  } else if (isFile.test(url.pathname)) {
    const kept = async (): Promise<Response> =>
      (await (await files()).match(request, { ignoreSearch: true, ignoreVary: true })) ?? Response.error();
    event.respondWith(fetch(request).catch(kept));
  }
});

interface Told {
  readonly title: string;
  readonly body: string;
  /** A message takes the place of one of the same tag. */
  readonly tag: string;
  readonly path: string;
}

worker.addEventListener('push', (event) => {
  const { title, body, tag, path } = event.data?.json() as Told;
  event.waitUntil(
    worker.registration.showNotification(title, {
      body,
      tag,
      data: path,
      icon: '/icon1.png',
      lang: langOf(path),
    }),
  );
});

const langOf = (path: string): string => (path.startsWith('/de/') ? 'de' : 'en');

/** Opens the page of the order, or brings it to the front where it is open. */
const open = async (path: unknown): Promise<void> => {
  const { href, origin, pathname } = new URL(String(path), worker.location.origin);
  if (origin !== worker.location.origin) return;
  const pages = await worker.clients.matchAll({ type: 'window' });
  const there = pages.find(({ url }) => new URL(url).pathname === pathname);
  await (there ? there.focus() : worker.clients.openWindow(href));
};

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});
