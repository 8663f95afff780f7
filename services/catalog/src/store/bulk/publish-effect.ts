import type { Pool } from 'pg';
import { hasNoOffer } from '../full-product/list-full-products.ts';
import type { Found, WholeEffect } from './effect-of-found.ts';

/** How many of each reason are named. */
const namedAtMost = 3;

const effectSql = (where: string): string => `
  WITH found AS MATERIALIZED (SELECT id, name, status FROM products WHERE ${where}),
       refused AS (
         SELECT products.id, products.name,
                CASE WHEN count(items.id) = 0 THEN 'no-variants'
                     WHEN NOT bool_or(items.active) THEN 'all-variants-off' ELSE 'no-price' END AS code
           FROM found AS products LEFT JOIN items ON items.product_id = products.id
          WHERE products.status <> 'active' AND ${hasNoOffer}
          GROUP BY products.id, products.name),
       by_code AS (
         SELECT code, count(*)::int AS count, (array_agg(name ORDER BY lower(name), id))[1:${namedAtMost}] AS names
           FROM refused GROUP BY code)
  SELECT (SELECT count(*)::int FROM found) AS total,
         (SELECT count(*)::int FROM found WHERE status = 'active') AS unchanged,
         (SELECT coalesce(json_agg(by_code ORDER BY count DESC, code), '[]') FROM by_code) AS refusals`;

/** What publishing comes to: what has nothing that could be sold stays as it is, as the rules of a single product say. */
export const publishEffect = async (pool: Pool, { where, params }: Found): Promise<WholeEffect> => {
  const { rows } = await pool.query<Required<Pick<WholeEffect, 'total' | 'unchanged' | 'refusals'>>>(
    effectSql(where),
    [...params],
  );
  const { total = 0, unchanged = 0, refusals = [] } = rows[0] ?? {};
  return { total, unchanged, refused: refusals.reduce((sum, { count }) => sum + count, 0), refusals };
};
