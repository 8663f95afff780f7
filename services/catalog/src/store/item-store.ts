import { inTransaction } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import { ItemNotFound } from '../domain/errors.ts';
import type { Item } from '../domain/item.ts';
import type { ItemStore } from '../usecases/item-store.ts';
import type { Announce } from './announce.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { itemColumns, itemTables, toItem, type ItemRow } from './item-row.ts';
import { loadStockedItem } from './load-stocked-item.ts';

const loadForUpdate = async (tx: PoolClient, itemId: number): Promise<Item> => {
  const { rows } = await tx.query<ItemRow>(
    `SELECT ${itemColumns} FROM ${itemTables} WHERE items.id = $1 FOR UPDATE OF items`,
    [itemId],
  );
  if (!rows[0]) throw new ItemNotFound(itemId);
  return toItem(rows[0]);
};

const save = (tx: PoolClient, item: Item) =>
  tx.query(
    `UPDATE items SET name = $2, description = $3, price_amount = $4, price_currency = $5, active = $6, version = $7
      WHERE id = $1`,
    [item.id, item.name, item.description, item.price.amount, item.price.currency, item.active, item.version],
  );

export const createItemStore = (options: {
  pool: Pool;
  announce: Announce;
  /** Called after a commit, before the caller hears of it. */
  onChange: () => void;
}): ItemStore => ({
  update: async (itemId, decide) => {
    const item = await answerOrUnavailable(
      inTransaction(options.pool, async (tx) => {
        const decision = decide(await loadForUpdate(tx, itemId));
        if (decision) {
          await save(tx, decision.item);
          await options.announce(tx, decision.facts);
        }
        return loadStockedItem(tx, itemId);
      }),
    );
    options.onChange();
    return item;
  },
});
