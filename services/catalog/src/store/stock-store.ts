import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import { ItemNotFound } from '../domain/errors.ts';
import { available, onHand, type StockLevel } from '../domain/stock-level.ts';
import type { StockStore } from '../usecases/stock-ledger.ts';
import type { Announce } from './announce.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { loadStockedItem } from './load-stocked-item.ts';
import type { StockMoved } from './stock-news.ts';

const lockLevel = async (tx: PoolClient, itemId: number): Promise<StockLevel> => {
  const { rows } = await tx.query<StockLevel>(
    `SELECT initial, received, sold, reserved, version, low_threshold AS "lowThreshold"
       FROM stock WHERE item_id = $1 FOR UPDATE`,
    [itemId],
  );
  if (!rows[0]) throw new ItemNotFound(itemId);
  return rows[0];
};

const moved = (itemId: number, before: StockLevel, after: StockLevel): StockMoved => ({
  figures: [[itemId, available(after), after.version]],
  crossed: available(before) > 0 !== available(after) > 0,
});

export const createStockStore = (options: {
  pool: Pool;
  announce: Announce;
  /** Called after a commit, before the caller hears of it. */
  onMove: (moved: StockMoved) => void;
}): StockStore => ({
  adjust: async (itemId, { delta, reason, madeBy }, decide) => {
    const { item, move } = await answerOrUnavailable(
      inTransaction(options.pool, async (tx) => {
        const before = await lockLevel(tx, itemId);
        const { level, facts } = decide(before);
        await tx.query('UPDATE stock SET received = $2, version = $3 WHERE item_id = $1', [
          itemId,
          level.received,
          level.version,
        ]);
        await tx.query(
          `INSERT INTO stock_movements (item_id, kind, delta, reason, made_by) VALUES ($1, 'adjusted', $2, $3, $4)`,
          [itemId, delta, reason, madeBy.id],
        );
        await options.announce(tx, facts);
        await postgresAuditLog.append(tx, madeBy, {
          action: 'adjusted',
          entity: 'stock',
          entityId: itemId,
          before: { onHand: onHand(before) },
          after: { onHand: onHand(level), reason },
        });
        return { item: await loadStockedItem(tx, itemId), move: moved(itemId, before, level) };
      }),
    );
    options.onMove(move);
    return item;
  },
});
