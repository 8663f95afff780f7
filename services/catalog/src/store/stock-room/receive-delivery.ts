import { postgresAuditLog } from '@quayside/postgres';
import type { ClientBase } from 'pg';
import { DeliveryKnown, SkusUnknown } from '../../domain/errors.ts';
import { adjustStock, available, onHand, type StockLevel } from '../../domain/stock-level.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { Delivery } from '../../usecases/stock-room.ts';
import type { Announce } from '../announce.ts';
import type { StockMoved } from '../stock-news.ts';

type LockedLevel = StockLevel & { readonly itemId: number; readonly sku: string };

/** In order of item, as every other who locks stock does. @throws {SkusUnknown} */
const lockLevels = async (tx: ClientBase, skus: readonly string[]): Promise<LockedLevel[]> => {
  const { rows } = await tx.query<LockedLevel>(
    `SELECT item_id AS "itemId", sku, initial, received, sold, reserved, stock.version,
            low_threshold AS "lowThreshold"
       FROM stock JOIN items ON items.id = item_id
      WHERE sku = ANY($1) ORDER BY item_id FOR UPDATE OF stock`,
    [skus],
  );
  const unknown = skus.filter((sku) => !rows.some((row) => row.sku === sku));
  if (unknown.length > 0) throw new SkusUnknown(unknown);
  return rows;
};

/**
 * Books all lines of a delivery with their journal, events and entries in the audit log.
 *
 * @throws {SkusUnknown | DeliveryKnown | StockTooLarge}
 */
export const receiveDelivery = async (
  tx: ClientBase,
  announce: Announce,
  { reference, lines }: Delivery,
  by: Actor,
): Promise<StockMoved> => {
  const { rowCount } = await tx.query(
    'INSERT INTO deliveries (reference, received_by) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [reference, by.id],
  );
  if (rowCount === 0) throw new DeliveryKnown(reference);
  const quantities = new Map(lines.map(({ sku, quantity }) => [sku, quantity]));
  const levels = await lockLevels(tx, [...quantities.keys()]);
  const booked = levels.map((before) => {
    const quantity = quantities.get(before.sku) ?? 0;
    return { before, quantity, ...adjustStock(before.itemId, before, quantity) };
  });
  const [ids, deltas] = [booked.map(({ before }) => before.itemId), booked.map(({ quantity }) => quantity)];
  await tx.query(
    `UPDATE stock SET received = stock.received + line.delta, version = stock.version + 1
       FROM unnest($1::int[], $2::int[]) AS line (item_id, delta) WHERE stock.item_id = line.item_id`,
    [ids, deltas],
  );
  await tx.query(
    `INSERT INTO stock_movements (item_id, kind, delta, reason, made_by)
     SELECT item_id, 'adjusted', delta, $3, $4 FROM unnest($1::int[], $2::int[]) AS line (item_id, delta)`,
    [ids, deltas, `Delivery ${reference}`, by.id],
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
      after: { onHand: onHand(level), reason: `Delivery ${reference}` },
    })),
  );
  return {
    figures: booked.map(({ before, level }) => [before.itemId, available(level), level.version] as const),
    crossed: booked.some(({ before }) => available(before) <= 0),
  };
};
