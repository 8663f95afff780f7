import type { Pool } from 'pg';
import type { ProductPages } from '../usecases/catalog-reads.ts';
import { prepared } from './prepared.ts';

/** A sitemap holds 50,000 addresses at most (sitemaps.org); a fifth of it is made in one go. */
const idsInPart = 10_000;

export const productPagesSql = `
  SELECT slug,
         (SELECT coalesce(json_agg('/api/v1/catalog/images/' || hash ORDER BY position), '[]')
            FROM media WHERE product_id = products.id) AS "pictureUrls"
    FROM products
   WHERE status = 'active' AND id > $1 AND id <= $2
   ORDER BY id`;

/** By ranges of ids, so that a part stays what it is while products come and go, and costs what it holds. */
export const listProductPages = async (pool: Pool, part: number): Promise<ProductPages> => {
  const last = part * idsInPart;
  const [pages, highest] = await Promise.all([
    pool.query<ProductPages['items'][number]>(prepared(productPagesSql, [last - idsInPart, last])),
    pool.query<{ id: number | null }>('SELECT max(id) AS id FROM products'),
  ]);
  return { parts: Math.max(1, Math.ceil((highest.rows[0]?.id ?? 0) / idsInPart)), items: pages.rows };
};
