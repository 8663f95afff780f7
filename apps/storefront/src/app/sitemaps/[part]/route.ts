import escapeHtml from 'escape-html';
import type { ProductPages } from '@quayside/contracts';
import { readProductPages, readProducts } from '../../../api/server/catalog.ts';
import { locales } from '../../../i18n/locales.ts';
import { productPath } from '../../../i18n/product-path.ts';
import { pathIn } from '../../../i18n/paths.ts';
import { env } from '../../../env.ts';
import { listingHref, nothingChosen } from '../../../features/catalog/listing-query.ts';
import { shelfOf } from '../../../features/catalog/shelves.ts';
import { xmlAnswer, xmlAway } from '../../../features/search-engines/xml-answer.ts';

export const dynamic = 'force-dynamic';

const root =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">';

const location = (path: string): string => escapeHtml(new URL(path, env.PUBLIC_ORIGIN).href);

/** A page in each language, each with where the others are. */
const linesOf = (path: string | ((locale: string) => string), more = ''): string[] => {
  const addressIn = (one: string) => location(pathIn(one, typeof path === 'string' ? path : path(one)));
  const others = locales
    .map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${addressIn(one)}"/>`)
    .join('');
  return locales.map((one) => `<url><loc>${addressIn(one)}</loc>${others}${more}</url>`);
};

const productLines = ({ pictureUrls, ...product }: ProductPages['items'][number]): string[] =>
  linesOf(
    (locale) => productPath(locale, product),
    pictureUrls.map((url) => `<image:image><image:loc>${location(url)}</image:loc></image:image>`).join(''),
  );

const mapOfProducts = async (part: number): Promise<Response> => {
  const pages = await readProductPages(part);
  if (!pages.ok) return xmlAway(pages);
  return part > pages.data.parts ? notThere() : xmlAnswer(root, pages.data.items.flatMap(productLines));
};

const contentPages = [
  '/about',
  '/contact',
  '/delivery-and-returns',
  '/size-guide',
  '/terms',
  '/privacy',
  '/cookies',
];

/** The home page, the catalog and each of its departments and categories. */
const mapOfPages = async (): Promise<Response> => {
  const products = await readProducts(() => ({ pageSize: 1 }));
  if (!products.ok) return xmlAway(products);
  const { categories } = products.data.facets;
  const bySlug = new Map(categories.map((category) => [category.slug, category]));
  type Category = (typeof categories)[number];
  const rootOf = (category: Category): Category => {
    const above = category.parent === undefined ? undefined : bySlug.get(category.parent);
    return above ? rootOf(above) : category;
  };
  const shelves = categories.map((category) => (locale: string) => {
    const root = rootOf(category);
    const path = root === category ? [root] : [root, category];
    return listingHref({ ...nothingChosen, ...shelfOf(locale, path) });
  });
  return xmlAnswer(
    root,
    ['/', listingHref(nothingChosen), ...contentPages, ...shelves].flatMap((path) => linesOf(path)),
  );
};

const notThere = (): Response => new Response('There is no such sitemap.\n', { status: 404 });

export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> => {
  const { part } = await params;
  if (part === 'pages.xml') return mapOfPages();
  const [, number] = /^products-([1-9]\d{0,4})\.xml$/.exec(part) ?? [];
  return number === undefined ? notThere() : mapOfProducts(Number(number));
};
