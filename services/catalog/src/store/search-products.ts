import type { Pool } from 'pg';
import { prepared } from './prepared.ts';
import { toSearchQuery } from './search-query.ts';

/** In place, so that the planner knows how many they find. */
const words = `(to_tsquery('english', $1) || to_tsquery('simple', $2))`;

/**
 * A SKU that is exactly what was asked for comes first. The rest is ranked: all words, the last one possibly unfinished,
 * stemmed or as written.
 */
export const searchSql = `
  WITH exact AS (SELECT product_id AS id FROM items WHERE sku = $3)
  SELECT id FROM exact
  UNION ALL
  (SELECT products.id FROM products
    WHERE products.search @@ ${words} AND products.status = 'active'
      AND products.id NOT IN (SELECT id FROM exact)
    ORDER BY ts_rank(products.search, ${words}) DESC, products.id)`;

/** What could be a SKU at all; the empty one is none's. */
const skuIn = (text: string): string => /^[!-~]{1,64}$/.exec(text.trim())?.[0].toUpperCase() ?? '';

/** Ids of the products that the words find, best first. */
export const searchProducts = async (pool: Pool, text: string): Promise<number[]> => {
  const asked = toSearchQuery(text);
  if (!asked) return [];
  const { rows } = await pool.query<{ id: number }>(
    prepared(searchSql, [asked.stemmed, asked.written, skuIn(text)]),
  );
  return rows.map(({ id }) => id);
};
