import type { ClientBase, Pool } from 'pg';
import { countedProductsAtMost, leastKept, leastShown, weightOf } from '../domain/together.ts';
import { prepared } from './prepared.ts';
import { productOfSlug } from './product-of-slug.ts';

interface PaidOrder {
  readonly orderId: string;
  readonly at: Date;
  readonly itemIds: readonly number[];
}

/** Pairs are written in one order by everybody, so that nobody waits for somebody who waits for them. */
const countSql = `
  WITH told AS (
    SELECT * FROM json_to_recordset($1) AS told (order_id uuid, item_ids int[], weight double precision)
  ), fresh AS (
    UPDATE reservations SET counted_together = true
      FROM told WHERE reservations.order_id = told.order_id AND NOT counted_together
    RETURNING told.*
  ), bought AS (
    SELECT order_id, weight, product_id, row_number() OVER (PARTITION BY order_id ORDER BY product_id) AS nth
      FROM (SELECT DISTINCT order_id, weight, product_id FROM fresh JOIN items ON items.id = ANY (item_ids)) AS each
  )
  INSERT INTO bought_together AS pairs (product_id, other_id, weight)
  SELECT one.product_id, other.product_id, sum(one.weight)
    FROM bought AS one JOIN bought AS other USING (order_id)
   WHERE one.product_id <> other.product_id AND one.nth <= $2 AND other.nth <= $2
   GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (product_id, other_id) DO UPDATE SET weight = pairs.weight + excluded.weight`;

/** What was bought with what, in a transaction of the caller; told again it changes nothing. */
export const countTogether = async (tx: ClientBase, orders: readonly PaidOrder[]): Promise<void> => {
  const several = orders.filter(({ itemIds }) => itemIds.length > 1);
  if (several.length === 0) return;
  const told = several.map(({ orderId, at, itemIds }) => ({
    ...{ order_id: orderId, item_ids: itemIds, weight: weightOf(at) },
  }));
  await tx.query(countSql, [JSON.stringify(told), countedProductsAtMost]);
};

/** $1: the product's slug, or one it had before, $2: the least that counts, $3: how many. */
export const togetherSql = `
  SELECT other_id AS id FROM bought_together
   WHERE product_id = ${productOfSlug('$1')}
     AND weight >= $2
   ORDER BY weight DESC, other_id LIMIT $3`;

/** Products that were often bought with one, the most often first. */
export const idsBoughtWith = async (
  pool: Pool,
  slug: string,
  { now, atMost }: { now: Date; atMost: number },
): Promise<number[]> => {
  const { rows } = await pool.query<{ id: number }>(prepared(togetherSql, [slug, leastShown(now), atMost]));
  return rows.map(({ id }) => id);
};

/** Drops what was bought together too long ago to matter. */
export const createForgetTogether =
  ({ pool, now }: { pool: Pool; now: () => Date }) =>
  async (): Promise<void> => {
    await pool.query('DELETE FROM bought_together WHERE weight < $1', [leastKept(now())]);
  };
