import type { ClientBase } from 'pg';
import type { Item } from '../domain/item.ts';
import { prepared } from './prepared.ts';
import { itemColumns, toItem, type ItemRow } from './item-row.ts';

/** Raises the version of items whose stock moved; the caller holds their locks. */
export const bumpItems = async (tx: ClientBase, itemIds: readonly number[]): Promise<Item[]> => {
  const { rows } = await tx.query<ItemRow>(
    prepared(
      `UPDATE items SET version = version + 1
       FROM brands, types, stock
      WHERE items.id = ANY($1) AND brands.id = items.brand_id AND types.id = items.type_id
        AND stock.item_id = items.id
      RETURNING ${itemColumns}`,
      [itemIds],
    ),
  );
  return rows.map(toItem);
};
