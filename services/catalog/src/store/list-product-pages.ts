import type { Pool } from 'pg';
import type { ProductPages } from '../usecases/catalog-reads.ts';
import { prepared } from './prepared.ts';
import { otherSlugs } from './product-of-slug.ts';

/** A sitemap holds 50,000 addresses at most (sitemaps.org); a fifth of it is made in one go. */
const idsInPart = 10_000;

export const productPagesSql = `
  SELECT slug, ${otherSlugs} AS slugs,
         (SELECT coalesce(json_agg('/api/v1/catalog/images/' || hash ORDER BY position), '[]')
            FROM media WHERE product_id = products.id) AS "pictureUrls"
    FROM products
   WHERE status = 'active' AND id > $1 AND id <= $2
   ORDER BY id`;

type PageRow = Omit<ProductPages['items'][number], 'slugs'> & { slugs: Record<string, string> | null };

/** By ranges of ids, so that a part stays what it is while products come and go, and costs what it holds. */
export const listProductPages = async (pool: Pool, part: number): Promise<ProductPages> => {
  const last = part * idsInPart;
  const [pages, highest] = await Promise.all([
    pool.query<PageRow>(prepared(productPagesSql, [last - idsInPart, last])),
    pool.query<{ id: number | null }>('SELECT max(id) AS id FROM products'),
  ]);
  return {
    parts: Math.max(1, Math.ceil((highest.rows[0]?.id ?? 0) / idsInPart)),
    items: pages.rows.map(({ slugs, ...page }) => ({ ...page, ...(slugs && { slugs }) })),
  };
};
