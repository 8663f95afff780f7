import { postgresAuditLog, type Actor } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import { CatalogError } from '../../domain/errors.ts';
import { adjustStock, onHand, type StockLevel } from '../../domain/stock-level.ts';
import type { Announce } from '../announce.ts';

type Locked = StockLevel & { readonly itemId: number; readonly sku: string };

/** In order of item, as every other who locks stock does. */
const lock = async (tx: ClientBase, skus: readonly string[]): Promise<Locked[]> => {
  const { rows } = await tx.query<Locked>(
    `SELECT item_id AS "itemId", sku, initial, received, sold, reserved, stock.version,
            low_threshold AS "lowThreshold"
       FROM stock JOIN items ON items.id = item_id
      WHERE sku = ANY($1) ORDER BY item_id FOR UPDATE OF stock`,
    [skus],
  );
  return rows;
};

/**
 * Makes as many be on hand of each SKU as a file says, with journal, events and entries in the audit log.
 *
 * @returns which SKUs moved, and why those did not that could not
 */
export const setStock = async (
  tx: ClientBase,
  announce: Announce,
  { wanted, reason, by }: { wanted: ReadonlyMap<string, number>; reason: string; by: Actor },
): Promise<{ moved: ReadonlySet<string>; refused: ReadonlyMap<string, CatalogError> }> => {
  const refused = new Map<string, CatalogError>();
  if (wanted.size === 0) return { moved: new Set(), refused };
  const levels = await lock(tx, [...wanted.keys()]);
  const booked = levels.flatMap((before) => {
    const delta = (wanted.get(before.sku) ?? 0) - onHand(before);
    if (delta === 0) return [];
    try {
      return [{ before, delta, ...adjustStock(before.itemId, before, delta) }];
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      refused.set(before.sku, error);
      return [];
    }
  });
  if (booked.length === 0) return { moved: new Set(), refused };
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
  return { moved: new Set(booked.map(({ before }) => before.sku)), refused };
};
