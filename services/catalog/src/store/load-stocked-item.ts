import type { ClientBase } from 'pg';
import { ItemNotFound } from '../domain/errors.ts';
import type { Item } from '../domain/item.ts';
import type { StockedItem } from '../usecases/catalog-reads.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';

/** An item as its readers see it; its prices in other currencies and its weight are for events. */
export const stocked = (
  { prices, weightGrams, ...item }: Item,
  available: number | undefined,
): StockedItem => ({
  ...item,
  availableStock: available ?? 0,
});

/** An item as transaction `tx` leaves it. */
export const loadStockedItem = async (tx: ClientBase, itemId: number): Promise<StockedItem> => {
  const { rows } = await tx.query<ItemRow>(`SELECT ${itemColumns} FROM ${itemTables} WHERE items.id = $1`, [
    itemId,
  ]);
  if (!rows[0]) throw new ItemNotFound(itemId);
  return stocked(toItem(rows[0]), rows[0].available);
};
