import type { ClientBase } from 'pg';
import type { StockLine } from '../domain/catalog-fact.ts';
import type { Item } from '../domain/item.ts';
import type { Availability, Reservation, ReservationDecision, StockMove } from '../domain/reservation.ts';
import type { ReservationLedger } from '../usecases/stock-ledger.ts';
import type { Announce } from './announce.ts';
import { bumpItems } from './bump-items.ts';

interface ReservationRow {
  status: Reservation['status'];
  version: number;
}

/** The row is written before it is known what becomes of the order, so that there is always one to lock. */
const lockReservation = async (tx: ClientBase, orderId: string): Promise<Reservation> => {
  const { rows } = await tx.query<ReservationRow>(
    `INSERT INTO reservations (order_id, status, version) VALUES ($1, 'none', 0)
     ON CONFLICT (order_id) DO UPDATE SET order_id = excluded.order_id
     RETURNING status, version`,
    [orderId],
  );
  const { status, version } = rows[0] as ReservationRow;
  if (status === 'none') return { status };
  if (status !== 'reserved' && status !== 'sold') return { status, version };
  const { rows: lines } = await tx.query<StockLine>(
    'SELECT item_id AS "itemId", quantity FROM reservation_lines WHERE order_id = $1 ORDER BY item_id',
    [orderId],
  );
  return { status, version, lines };
};

/** Always in order of id: two orders for the same items wait for each other instead of deadlocking. */
const lockStock = async (tx: ClientBase, itemIds: readonly number[]): Promise<Availability> => {
  const { rows } = await tx.query<{ id: number; available: number }>(
    `SELECT items.id, stock.available FROM items JOIN stock ON stock.item_id = items.id
      WHERE items.id = ANY($1) ORDER BY items.id FOR UPDATE`,
    [itemIds],
  );
  return new Map(rows.map(({ id, available }) => [id, available]));
};

/** @returns the items as they are with their stock moved */
const moveStock = async (tx: ClientBase, orderId: string, moves: readonly StockMove[]): Promise<Item[]> => {
  if (moves.length === 0) return [];
  const itemIds = moves.map(({ itemId }) => itemId);
  const columns = [itemIds, moves.map(({ reserved }) => reserved), moves.map(({ sold }) => sold)];
  await tx.query(
    `UPDATE stock SET reserved = stock.reserved + move.reserved, sold = stock.sold + move.sold
       FROM unnest($1::int[], $2::int[], $3::int[]) AS move (item_id, reserved, sold)
      WHERE stock.item_id = move.item_id`,
    columns,
  );
  if (moves.some(({ sold }) => sold !== 0)) await journalSales(tx, orderId, moves);
  return bumpItems(tx, itemIds);
};

const journalSales = (tx: ClientBase, orderId: string, moves: readonly StockMove[]) =>
  tx.query(
    `INSERT INTO stock_movements (item_id, kind, delta, order_id)
     SELECT item_id, CASE WHEN sold > 0 THEN 'sold' ELSE 'returned' END, -sold, $3
       FROM unnest($1::int[], $2::int[]) AS move (item_id, sold)
      WHERE sold <> 0`,
    [moves.map(({ itemId }) => itemId), moves.map(({ sold }) => sold), orderId],
  );

const saveReservation = async (
  tx: ClientBase,
  orderId: string,
  { next }: ReservationDecision,
): Promise<void> => {
  await tx.query(
    'UPDATE reservations SET status = $2, version = $3, changed_at = now() WHERE order_id = $1',
    [orderId, next.status, next.version],
  );
  if (next.status !== 'reserved') return;
  await tx.query(
    'INSERT INTO reservation_lines (order_id, item_id, quantity) SELECT $1, * FROM unnest($2::int[], $3::int[])',
    [orderId, next.lines.map(({ itemId }) => itemId), next.lines.map(({ quantity }) => quantity)],
  );
};

/** The ledger inside transaction `tx`: it becomes visible, and its events leave, when the caller commits. */
export const reservationLedgerIn = (tx: ClientBase, announce: Announce): ReservationLedger => ({
  update: async (orderId, itemIds, decide) => {
    const current = await lockReservation(tx, orderId);
    const held = 'lines' in current ? current.lines.map(({ itemId }) => itemId) : [];
    const availability = await lockStock(tx, [...new Set([...itemIds, ...held])]);
    const decision = decide(current, availability);
    if (!decision) return;
    await saveReservation(tx, orderId, decision);
    const items = await moveStock(tx, orderId, decision.moves);
    await announce(tx, [
      ...items.map((item) => ({ type: 'item-changed' as const, item })),
      ...decision.facts,
    ]);
  },
});
