import type { ClientBase } from 'pg';
import { DeliveryKnown, SkusUnknown } from '../../domain/errors.ts';
import { adjustStock, available } from '../../domain/stock-level.ts';
import type { Actor } from '../../usecases/actor.ts';
import type { Delivery } from '../../usecases/stock-room.ts';
import type { Announce } from '../announce.ts';
import type { StockMoved } from '../stock-news.ts';
import { bookStock, lockLevels, type LockedLevel } from './book-stock.ts';

/** @throws {SkusUnknown} */
const lockAll = async (tx: ClientBase, skus: readonly string[]): Promise<LockedLevel[]> => {
  const levels = await lockLevels(tx, skus);
  const unknown = skus.filter((sku) => !levels.some((level) => level.sku === sku));
  if (unknown.length > 0) throw new SkusUnknown(unknown);
  return levels;
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
  const levels = await lockAll(tx, [...quantities.keys()]);
  const booked = levels.map((before) => {
    const delta = quantities.get(before.sku) ?? 0;
    return { before, delta, ...adjustStock(before.itemId, before, delta) };
  });
  await bookStock(tx, announce, { booked, reason: `Delivery ${reference}`, by });
  return {
    figures: booked.map(({ before, level }) => [before.itemId, available(level), level.version] as const),
    crossed: booked.some(({ before }) => available(before) <= 0),
  };
};
