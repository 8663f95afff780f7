import type { ClientBase } from 'pg';
import type { Announce } from './announce.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';

/**
 * Something that products show has changed elsewhere, such as the name of their brand: their search is filled anew,
 * and each of their items is told as it is now, in a version of its own.
 *
 * @param where SQL on `products`, with `$1`
 */
export const tellProductsChanged = async (
  tx: ClientBase,
  announce: Announce,
  where: string,
  value: unknown,
): Promise<void> => {
  const touched = await tx.query<{ id: number }>(
    `UPDATE products SET brand_id = brand_id, version = version + 1
      WHERE id IN (SELECT id FROM products WHERE ${where} ORDER BY id FOR UPDATE) RETURNING id`,
    [value],
  );
  const ids = touched.rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.query('UPDATE items SET version = version + 1 WHERE product_id = ANY($1)', [ids]);
  const { rows } = await tx.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemTables} WHERE products.id = ANY($1) ORDER BY items.id`,
    [ids],
  );
  await announce(
    tx,
    rows.map((row) => ({ type: 'item-changed', item: toItem(row) })),
  );
};
