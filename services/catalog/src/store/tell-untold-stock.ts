import type { ClientBase } from 'pg';
import type { Announce } from './announce.ts';

/**
 * Tells others of stock they never heard of: that of new items, and that of a catalog in which it was still part of
 * the item.
 */
export const tellUntoldStock = async (tx: ClientBase, announce: Announce): Promise<number> => {
  const { rows } = await tx.query<{ itemId: number; available: number; version: number }>(
    `UPDATE stock SET version = 1 WHERE version = 0 RETURNING item_id AS "itemId", available, version`,
  );
  await announce(
    tx,
    rows.map((figure) => ({ type: 'stock-changed', ...figure })),
  );
  return rows.length;
};
