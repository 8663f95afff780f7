import { locales } from '../../i18n/locales.ts';
import { pathIn } from '../../i18n/paths.ts';
import { env } from '../../env.ts';

export const dynamic = 'force-dynamic';

/** Filters multiply without end; what they narrow is found by the pages of departments and the sitemap. */
const filters = ['is', 'brand', 'min', 'max', 'inStock', 'sort', 'q'];

/** By RFC 9309. A route and not Next.js's own form of it, which does not say in which encoding it is. */
export const GET = (): Response =>
  new Response(
    [
      'User-Agent: *',
      ...['/', '/api/v1/catalog/images/', '/api/v1/catalog/items/*/picture'].map((path) => `Allow: ${path}`),
      ...['/api/', '/identity/'].map((path) => `Disallow: ${path}`),
      ...locales.flatMap((locale) =>
        filters.map((name) => `Disallow: ${pathIn(locale, '/catalog')}?*${name}=`),
      ),
      '',
      `Sitemap: ${env.PUBLIC_ORIGIN}/sitemap.xml`,
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  );
