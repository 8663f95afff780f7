import type { ClientBase } from 'pg';
import { ItemNotFound } from '../domain/errors.ts';
import type { StockedItem } from '../usecases/catalog-reads.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';

/** An item as transaction `tx` leaves it. */
export const loadStockedItem = async (tx: ClientBase, itemId: number): Promise<StockedItem> => {
  const { rows } = await tx.query<ItemRow>(`SELECT ${itemColumns} FROM ${itemTables} WHERE items.id = $1`, [
    itemId,
  ]);
  if (!rows[0]) throw new ItemNotFound(itemId);
  return { ...toItem(rows[0]), availableStock: rows[0].available };
};
