import { isLocale, shopLocale, type Locale } from './locales.ts';

/** Where each page stands in German; what follows it, such as a slug, is the same. The longer ones come first. */
const germanPaths: readonly (readonly [path: string, german: string])[] = [
  ['/orders/forgotten', '/bestellungen/geloescht'],
  ['/orders/find', '/bestellungen/finden'],
  ['/orders', '/bestellungen'],
  ['/account/deleted', '/konto/geloescht'],
  ['/account', '/konto'],
  ['/back-in-stock', '/wieder-da'],
  ['/basket', '/warenkorb'],
  ['/catalog', '/katalog'],
  ['/checkout', '/kasse'],
  ['/offline', '/offline'],
  ['/products', '/produkte'],
  ['/mails', '/nachrichten'],
  ['/pay', '/bezahlen'],
  ['/wishlist', '/merkzettel'],
  ['/about', '/ueber-uns'],
  ['/cookies', '/cookies'],
  ['/contact/sent', '/kontakt/gesendet'],
  ['/contact', '/kontakt'],
  ['/delivery-and-returns', '/lieferung-und-rueckgabe'],
  ['/privacy', '/datenschutz'],
  ['/size-guide', '/groessen'],
  ['/terms', '/agb'],
];

const isBelow = (path: string, page: string): boolean => path === page || path.startsWith(`${page}/`);

const [english, german] = [0, 1] as const;
/** The path of the same page in the other language; undefined where it is no page of the shop. */
const moved = (path: string, from: 0 | 1, to: 0 | 1): string | undefined => {
  if (path === '/') return path;
  const found = germanPaths.find((pair) => isBelow(path, pair[from]));
  return found && found[to] + path.slice(found[from].length);
};

/**
 * Where a page of the shop stands in a language: `/catalog?q=wool` is `/de/katalog?q=wool` in German. What is no page of
 * the shop, such as `/admin`, `/auth/login` or `#reviews`, is the same in all.
 */
export const pathIn = (locale: string, href: string): string => {
  if (locale === shopLocale || !href.startsWith('/')) return href;
  const end = href.search(/[?#]/);
  const [path, rest] = end < 0 ? [href, ''] : [href.slice(0, end), href.slice(end)];
  const there = moved(path, english, german);
  if (there === undefined) return href;
  return `/${locale}${there === '/' ? '' : there}${rest}`;
};

export interface AskedPage {
  readonly locale: Locale;
  /** Where it stands in the shop's own language; undefined where it is no page of the shop. */
  readonly path: string | undefined;
}

/** Which page of the shop, in which language, a path asks for. */
export const pageAt = (path: string): AskedPage => {
  const [, tag = '', ...rest] = path.split('/');
  if (!isLocale(tag) || tag === shopLocale)
    return { locale: shopLocale, path: moved(path, english, english) };
  return { locale: tag, path: moved(`/${rest.join('/')}`, german, english) };
};

/** Under which paths of other languages Next finds the pages, which are made by the same files in all. */
export const pageRewrites = (): { source: string; destination: string }[] => [
  { source: '/de', destination: '/' },
  ...germanPaths.map(([path, german]) => ({
    source: `/de${german}/:rest*`,
    destination: `${path}/:rest*`,
  })),
];

/** The same page in another language; where it is none of the shop, the home page. */
export const samePageIn = (locale: string, path: string): string => pathIn(locale, pageAt(path).path ?? '/');
