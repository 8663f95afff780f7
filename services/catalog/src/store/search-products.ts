import type { Pool } from 'pg';
import { prepared } from './prepared.ts';
import { toSearchQuery } from './search-query.ts';

/**
 * A SKU that is exactly what was asked for comes first. The rest is ranked: all words, the last one possibly unfinished,
 * stemmed or as written.
 */
const searchSql = `
  WITH words AS (SELECT to_tsquery('english', $1) || to_tsquery('simple', $2) AS query),
       exact AS (SELECT product_id AS id FROM items WHERE sku = $3)
  SELECT id FROM exact
  UNION ALL
  (SELECT products.id FROM products, words
    WHERE products.search @@ words.query AND products.status = 'active'
      AND products.id NOT IN (SELECT id FROM exact)
    ORDER BY ts_rank(products.search, words.query) DESC, products.id)`;

/** What could be a SKU at all; the empty one is none's. */
const skuIn = (text: string): string => /^[!-~]{1,64}$/.exec(text.trim())?.[0].toUpperCase() ?? '';

/** Ids of the products that the words find, best first. */
export const searchProducts = async (pool: Pool, text: string): Promise<number[]> => {
  const words = toSearchQuery(text);
  if (!words) return [];
  const { rows } = await pool.query<{ id: number }>(
    prepared(searchSql, [words.stemmed, words.written, skuIn(text)]),
  );
  return rows.map(({ id }) => id);
};
