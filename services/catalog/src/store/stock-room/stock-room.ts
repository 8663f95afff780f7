import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import { ItemNotFound } from '../../domain/errors.ts';
import type { StockRoom } from '../../usecases/stock-room.ts';
import type { Announce } from '../announce.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import type { StockMoved } from '../stock-news.ts';
import { listStock, loadLine, loadLines, readJournal } from './read-stock.ts';
import { receiveDelivery } from './receive-delivery.ts';

export const createStockRoom = (options: {
  pool: Pool;
  announce: Announce;
  /** Called after a commit, before the caller hears of it. */
  onMove: (moved: StockMoved) => void;
}): StockRoom => {
  const { pool, announce } = options;
  return {
    list: (query) => answerOrUnavailable(listStock(pool, query)),
    journal: async (itemId, query) => {
      const [level, movements] = await answerOrUnavailable(
        Promise.all([loadLine(pool, itemId), readJournal(pool, itemId, query)]),
      );
      return { ...movements, level };
    },
    receive: async (delivery, by) => {
      const moved = await answerOrUnavailable(
        inTransaction(pool, (tx) => receiveDelivery(tx, announce, delivery, by)),
      );
      options.onMove(moved);
      return answerOrUnavailable(
        loadLines(
          pool,
          moved.figures.map(([itemId]) => itemId),
        ),
      );
    },
    setThreshold: (itemId, lowThreshold, by) =>
      answerOrUnavailable(
        inTransaction(pool, async (tx) => {
          const { rows } = await tx.query<{ before: number }>(
            'SELECT low_threshold AS before FROM stock WHERE item_id = $1 FOR UPDATE',
            [itemId],
          );
          if (!rows[0]) throw new ItemNotFound(itemId);
          await tx.query('UPDATE stock SET low_threshold = $2 WHERE item_id = $1', [itemId, lowThreshold]);
          await postgresAuditLog.append(tx, by, {
            action: 'changed',
            entity: 'stock',
            entityId: itemId,
            before: { lowThreshold: rows[0].before },
            after: { lowThreshold },
          });
          return loadLine(tx, itemId);
        }),
      ),
  };
};
