import escapeHtml from 'escape-html';
import { readProductPages } from '../../api/server/catalog.ts';
import { env } from '../../env.ts';
import { xmlAnswer, xmlAway } from '../../features/search-engines/xml-answer.ts';

export const dynamic = 'force-dynamic';

/** The sitemap of sitemaps (https://www.sitemaps.org/protocol.html#index): one of the shop's own pages, others of products. */
export const GET = async (): Promise<Response> => {
  const pages = await readProductPages(1);
  if (!pages.ok) return xmlAway(pages);
  const names = ['pages', ...Array.from({ length: pages.data.parts }, (_, at) => `products-${at + 1}`)];
  return xmlAnswer(
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    names.map(
      (name) => `<sitemap><loc>${escapeHtml(`${env.PUBLIC_ORIGIN}/sitemaps/${name}.xml`)}</loc></sitemap>`,
    ),
  );
};
