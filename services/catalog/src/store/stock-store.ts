import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import { ItemNotFound } from '../domain/errors.ts';
import type { StockLevel } from '../domain/stock-level.ts';
import type { StockStore } from '../usecases/stock-ledger.ts';
import type { Announce } from './announce.ts';
import { bumpItems } from './bump-items.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

export const createStockStore = (options: {
  pool: Pool;
  announce: Announce;
  /** Called after a commit, before the caller hears of it. */
  onChange: () => void;
}): StockStore => ({
  adjust: async (itemId, { delta, reason, madeBy }, decide) => {
    const adjusted = await answerOrUnavailable(
      inTransaction(options.pool, async (tx) => {
        const { rows } = await tx.query<StockLevel>(
          `SELECT initial, received, sold, reserved FROM items JOIN stock ON stock.item_id = items.id
          WHERE items.id = $1 FOR UPDATE`,
          [itemId],
        );
        if (!rows[0]) throw new ItemNotFound(itemId);
        const level = decide(rows[0]);
        await tx.query('UPDATE stock SET received = $2 WHERE item_id = $1', [itemId, level.received]);
        await tx.query(
          `INSERT INTO stock_movements (item_id, kind, delta, reason, made_by) VALUES ($1, 'adjusted', $2, $3, $4)`,
          [itemId, delta, reason, madeBy],
        );
        const [item] = await bumpItems(tx, [itemId]);
        if (!item) throw new ItemNotFound(itemId);
        await options.announce(tx, [{ type: 'item-changed', item }]);
        return item;
      }),
    );
    options.onChange();
    return adjusted;
  },
});
