import { postgresAuditLog, type Actor } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import { onHand, type StockDecision, type StockLevel } from '../../domain/stock-level.ts';
import type { Announce } from '../announce.ts';

export type LockedLevel = StockLevel & { readonly itemId: number; readonly sku: string };

/** Those of these SKUs that there are, in order of item, as every other who locks stock does. */
export const lockLevels = async (tx: ClientBase, skus: readonly string[]): Promise<LockedLevel[]> => {
  const { rows } = await tx.query<LockedLevel>(
    `SELECT item_id AS "itemId", sku, initial, received, sold, reserved, stock.version,
            low_threshold AS "lowThreshold"
       FROM stock JOIN items ON items.id = item_id
      WHERE sku = ANY($1) ORDER BY item_id FOR UPDATE OF stock`,
    [skus],
  );
  return rows;
};

/** What was decided of a locked level. */
export type Booked = StockDecision & { readonly before: LockedLevel; readonly delta: number };

/** Writes what was decided of many levels, with its journal, events and entries in the audit log. */
export const bookStock = async (
  tx: ClientBase,
  announce: Announce,
  { booked, reason, by }: { booked: readonly Booked[]; reason: string; by: Actor },
): Promise<void> => {
  const [ids, deltas] = [booked.map(({ before }) => before.itemId), booked.map(({ delta }) => delta)];
  await tx.query(
    `UPDATE stock SET received = stock.received + line.delta, version = stock.version + 1
       FROM unnest($1::int[], $2::int[]) AS line (item_id, delta) WHERE stock.item_id = line.item_id`,
    [ids, deltas],
  );
  await tx.query(
    `INSERT INTO stock_movements (item_id, kind, delta, reason, made_by)
     SELECT item_id, 'adjusted', delta, $3, $4 FROM unnest($1::int[], $2::int[]) AS line (item_id, delta)`,
    [ids, deltas, reason, by.id],
  );
  await announce(
    tx,
    booked.flatMap(({ facts }) => facts),
  );
  await postgresAuditLog.append(
    tx,
    by,
    ...booked.map(({ before, level }) => ({
      action: 'adjusted',
      entity: 'stock',
      entityId: before.itemId,
      before: { onHand: onHand(before) },
      after: { onHand: onHand(level), reason },
    })),
  );
};
