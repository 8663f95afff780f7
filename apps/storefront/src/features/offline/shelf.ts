export interface ShelvedPage {
  path: string;
  title: string;
  keptAt: string;
}

/** What the worker kept in this browser, the latest first; nothing where it keeps nothing. */
export const readShelf = async (locale: string): Promise<readonly ShelvedPage[]> => {
  if (!('caches' in globalThis)) return [];
  const cache = await caches.open('shelf-pages');
  const found = await Promise.all(
    (await cache.keys()).map(async ({ url }) => {
      const answer = await cache.match(url);
      if (!answer) return undefined;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const { pathname, search } = new URL(url);
      const isShown = page.documentElement.lang === locale && !pathname.endsWith('/offline');
      const title = page.title.replace(/ · Quayside$/, '');
      return isShown
        ? { path: pathname + search, title, keptAt: answer.headers.get('x-kept-at') ?? '' }
        : undefined;
    }),
  );
  return found.filter((page) => page !== undefined).toReversed();
};
