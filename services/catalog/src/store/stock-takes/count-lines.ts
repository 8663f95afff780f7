import { postgresAuditLog } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import { StaleVersion } from '../../domain/errors.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { StockCount, StockTakeLine } from '../../usecases/stock-takes.ts';
import { itemsByCodes, putOnSheet } from './choose-lines.ts';
import { loadStockTakeLines } from './read-stock-takes.ts';

interface ItemCount {
  readonly itemId: number;
  readonly counted: number | null;
  readonly version: number;
}

/** A SKU and a barcode of one variant were counted in two places. */
const byItem = (lines: readonly StockCount[], itemIds: ReadonlyMap<string, number>): ItemCount[] => {
  const counts = new Map<number, ItemCount>();
  for (const { code, counted, version } of lines) {
    const itemId = itemIds.get(code) as number;
    const other = counts.get(itemId);
    const sum = other && other.counted !== null ? other.counted + (counted ?? 0) : counted;
    counts.set(itemId, { itemId, counted: sum, version });
  }
  return [...counts.values()];
};

/** What the ledger said at a moment: what it says now without what came and went since. */
const countSql = `
  UPDATE stock_take_lines AS line
     SET counted = count.counted, version = line.version + 1, counted_by = $4, counted_at = coalesce($5, now()),
         expected = CASE WHEN count.counted IS NULL THEN NULL ELSE stock.on_hand - coalesce((
           SELECT sum(delta) FROM stock_movements AS movement
            WHERE movement.item_id = count.item_id AND movement.made_at > $5::timestamptz), 0) END
    FROM unnest($2::int[], $3::int[]) AS count (item_id, counted) JOIN stock ON stock.item_id = count.item_id
   WHERE line.stock_take_id = $1 AND line.item_id = count.item_id`;

const countsOf = (lines: readonly StockTakeLine[]): Record<string, number | null> =>
  Object.fromEntries(lines.map(({ sku, counted }) => [sku, counted ?? null]));

/**
 * Counts lines of a sheet that is locked.
 *
 * @throws {SkusUnknown | StaleVersion | StockTakeTooLarge}
 */
export const countLines = async (
  tx: ClientBase,
  {
    takeId,
    by,
    lines,
    countedAt,
  }: {
    takeId: string;
    by: Actor;
    lines: readonly StockCount[];
    countedAt?: Date | undefined;
  },
): Promise<StockTakeLine[]> => {
  const counts = byItem(
    lines,
    await itemsByCodes(
      tx,
      lines.map(({ code }) => code),
    ),
  );
  const itemIds = counts.map(({ itemId }) => itemId);
  await putOnSheet(tx, takeId, itemIds);
  const before = await loadStockTakeLines(tx, takeId, itemIds);
  const seen = new Map(counts.map(({ itemId, version }) => [itemId, version]));
  const stale = before.filter(({ itemId, version }) => seen.get(itemId) !== version);
  if (stale.length > 0) throw new StaleVersion({ lines: stale });
  await tx.query(countSql, [takeId, itemIds, counts.map(({ counted }) => counted), by.id, countedAt ?? null]);
  const after = await loadStockTakeLines(tx, takeId, itemIds);
  await postgresAuditLog.append(tx, by, {
    action: 'counted',
    entity: 'stock-take',
    entityId: takeId,
    before: countsOf(before),
    after: countsOf(after),
  });
  return after;
};
