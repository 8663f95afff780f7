import type { ClientBase } from 'pg';
import { rateAnew } from './review-rows.ts';

interface Purchase {
  readonly accountId: string;
  readonly itemIds: readonly number[];
}

/** Who bought which product, in a transaction of the caller; told again it changes nothing. */
export const notePurchases = async (tx: ClientBase, purchases: readonly Purchase[]): Promise<void> => {
  const bought = purchases.flatMap(({ accountId, itemIds }) =>
    itemIds.map((itemId) => ({ account_id: accountId, item_id: itemId })),
  );
  await tx.query(
    `INSERT INTO purchases (account_id, product_id)
     SELECT DISTINCT bought.account_id, items.product_id
       FROM json_to_recordset($1) AS bought (account_id uuid, item_id int)
       JOIN items ON items.id = bought.item_id
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(bought)],
  );
};

/** What somebody bought, wrote and found helpful; what they wrote does not count any more. */
export const forgetReviewer = async (tx: ClientBase, accountId: string): Promise<void> => {
  await tx.query('DELETE FROM purchases WHERE account_id = $1', [accountId]);
  await tx.query(
    `WITH gone AS (DELETE FROM review_votes WHERE account_id = $1 RETURNING review_id)
     UPDATE reviews SET helpful = helpful - 1 WHERE id IN (SELECT review_id FROM gone)`,
    [accountId],
  );
  const { rows } = await tx.query<{ productId: number }>(
    'DELETE FROM reviews WHERE account_id = $1 RETURNING product_id AS "productId"',
    [accountId],
  );
  if (rows.length > 0)
    await rateAnew(
      tx,
      rows.map(({ productId }) => productId),
    );
};
