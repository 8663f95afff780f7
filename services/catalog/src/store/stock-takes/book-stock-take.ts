import { postgresAuditLog } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import { available } from '../../domain/stock-level.ts';
import { bookDifferences, type StockTake } from '../../domain/stock-take.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { Announce } from '../announce.ts';
import type { StockMoved } from '../stock-news.ts';
import { bookStock, lockLevels } from '../stock-room/book-stock.ts';

/**
 * Books what a locked sheet says as entries of the journal, all with one reason.
 *
 * @throws {NothingCounted | CountBelowReserved | StockTooLarge}
 */
export const bookStockTake = async (
  tx: ClientBase,
  announce: Announce,
  { take, reason, by }: { take: StockTake; reason: string; by: Actor },
): Promise<StockMoved> => {
  const { rows } = await tx.query<{ itemId: number; sku: string; difference: number }>(
    `SELECT item_id AS "itemId", sku, counted - expected AS difference
       FROM stock_take_lines JOIN items ON items.id = item_id
      WHERE stock_take_id = $1 AND counted <> expected`,
    [take.id],
  );
  const levels = await lockLevels(
    tx,
    rows.map(({ sku }) => sku),
  );
  const differences = new Map(rows.map(({ itemId, difference }) => [itemId, difference]));
  const booked = bookDifferences(take, levels, differences);
  if (booked.length > 0) await bookStock(tx, announce, { booked, reason, by });
  await tx.query(
    `UPDATE stock_takes SET state = 'booked', reason = $2, booked_by = $3, booked_at = now(), version = version + 1
      WHERE id = $1`,
    [take.id, reason, by.id],
  );
  await postgresAuditLog.append(tx, by, {
    action: 'booked',
    entity: 'stock-take',
    entityId: take.id,
    before: { state: 'open' },
    after: { state: 'booked', reason, surplus: take.surplus, missing: take.missing },
  });
  return {
    figures: booked.map(({ before, level }) => [before.itemId, available(level), level.version] as const),
    crossed: booked.some(({ before, level }) => available(before) > 0 !== available(level) > 0),
  };
};
