import type { Pool } from 'pg';
import { nextAmount, type BulkAction, type PriceAction } from '../../domain/bulk/bulk-action.ts';
import type { Found, WholeEffect } from './effect-of-found.ts';
import { publishEffect } from './publish-effect.ts';

/** Products that are so already. */
const isSoAlready = (
  action: Exclude<BulkAction, PriceAction | { type: 'publish' }>,
  at: number,
): { condition: string; value: unknown } => {
  switch (action.type) {
    case 'archive':
      return { condition: `products.status = $${at}`, value: 'archived' };
    case 'category':
      return { condition: `products.category_id = $${at}::int`, value: action.categoryId };
    case 'add-tag':
      return { condition: `$${at} = ANY (products.tags)`, value: action.tag };
    case 'remove-tag':
      return { condition: `$${at} <> ALL (products.tags)`, value: action.tag };
    default:
      return action satisfies never;
  }
};

const priceEffect = async (
  pool: Pool,
  { where, params }: Found,
  action: PriceAction,
): Promise<WholeEffect> => {
  const [currency, gone] = [`$${params.length + 1}`, `$${params.length + 2}`];
  const pricesSql = `
    SELECT items.product_id, prices.amount FROM products
      JOIN items ON items.product_id = products.id
      JOIN prices ON prices.item_id = items.id AND prices.currency = ${currency}
     WHERE ${where}`;
  // What a price becomes is for the domain to say: once for each amount that there is.
  const { rows: amounts } = await pool.query<{ amount: number }>(
    `SELECT DISTINCT amount FROM (${pricesSql}) AS priced`,
    [...params, action.currency],
  );
  const next = new Map(
    amounts.map(({ amount }) => [amount, nextAmount({ amount, currency: action.currency }, action)]),
  );
  const refused = [...next].flatMap(([from, to]) => (to < 1 ? [from] : []));
  const { rows } = await pool.query<{
    total: number;
    refused: number;
    same: number;
    counted: Counted[] | null;
  }>(
    `WITH priced AS MATERIALIZED (${pricesSql}),
          moved AS (SELECT from_amount AS amount, to_amount AS next
                      FROM unnest($${params.length + 3}::int[], $${params.length + 4}::int[])
                        AS moved (from_amount, to_amount)),
          by_product AS (
            SELECT product_id, bool_or(priced.amount = ANY (${gone}::int[])) AS refused,
                   bool_and(moved.next = priced.amount) AS same
              FROM priced JOIN moved USING (amount) GROUP BY product_id)
     SELECT (SELECT count(*)::int FROM products WHERE ${where}) AS total,
            (SELECT count(*)::int FROM by_product WHERE refused) AS refused,
            (SELECT count(*)::int FROM by_product WHERE same AND NOT refused)
              + (SELECT count(*)::int FROM products WHERE ${where})
              - (SELECT count(*)::int FROM by_product) AS same,
            (SELECT json_agg(counted) FROM (
              SELECT priced.amount, count(*)::int AS count FROM priced JOIN by_product USING (product_id)
               WHERE NOT refused GROUP BY priced.amount) AS counted) AS counted`,
    [...params, action.currency, refused, [...next.keys()], [...next.values()]],
  );
  const [row] = rows;
  const changed = (row?.counted ?? []).filter(({ amount }) => next.get(amount) !== amount);
  const sum = (of: (one: Counted) => number) => changed.reduce((all, one) => all + of(one) * one.count, 0);
  return {
    total: row?.total ?? 0,
    unchanged: row?.same ?? 0,
    refused: row?.refused ?? 0,
    prices: {
      count: sum(() => 1),
      currency: action.currency,
      from: sum(({ amount }) => amount),
      to: sum(({ amount }) => next.get(amount) ?? amount),
    },
  };
};

interface Counted {
  readonly amount: number;
  readonly count: number;
}

/** What an action comes to over all that is found, without loading a product. */
export const wholeEffect = async (pool: Pool, found: Found, action: BulkAction): Promise<WholeEffect> => {
  if (action.type === 'price-by-percent' || action.type === 'price-by-amount') {
    return priceEffect(pool, found, action);
  }
  if (action.type === 'publish') return publishEffect(pool, found);
  const { condition, value } = isSoAlready(action, found.params.length + 1);
  const { rows } = await pool.query<{ total: number; unchanged: number }>(
    `SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${condition}))::int AS unchanged
       FROM products WHERE ${found.where}`,
    [...found.params, value],
  );
  return { total: rows[0]?.total ?? 0, unchanged: rows[0]?.unchanged ?? 0, refused: 0 };
};
