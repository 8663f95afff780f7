import type { ClientBase } from 'pg';
import type { StockLine } from '../domain/catalog-fact.ts';
import type { Availability, Reservation, ReservationDecision } from '../domain/reservation.ts';
import { prepared } from './prepared.ts';

interface ReservationRow {
  orderId: string;
  status: Reservation['status'];
  version: number;
}

const linesOf = async (tx: ClientBase, orderIds: readonly string[]): Promise<Map<string, StockLine[]>> => {
  if (orderIds.length === 0) return new Map();
  const { rows } = await tx.query<StockLine & { orderId: string }>(
    prepared(
      `SELECT order_id AS "orderId", item_id AS "itemId", quantity FROM reservation_lines
        WHERE order_id = ANY($1::uuid[]) ORDER BY order_id, item_id`,
      [orderIds],
    ),
  );
  const lines = new Map<string, StockLine[]>();
  for (const { orderId, itemId, quantity } of rows) {
    lines.set(orderId, [...(lines.get(orderId) ?? []), { itemId, quantity }]);
  }
  return lines;
};

interface CameBack {
  readonly causes: Set<string>;
  readonly units: Map<number, number>;
}

const cameBackOf = async (
  tx: ClientBase,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, CameBack>> => {
  const byOrder = new Map<string, CameBack>();
  if (orderIds.length === 0) return byOrder;
  const { rows } = await tx.query<StockLine & { orderId: string; causeId: string }>(
    prepared(
      `SELECT order_id AS "orderId", cause_id AS "causeId", item_id AS "itemId", quantity
         FROM reservation_returns WHERE order_id = ANY($1::uuid[])`,
      [orderIds],
    ),
  );
  for (const { orderId, causeId, itemId, quantity } of rows) {
    const back = byOrder.get(orderId) ?? { causes: new Set(), units: new Map() };
    back.causes.add(causeId);
    back.units.set(itemId, (back.units.get(itemId) ?? 0) + quantity);
    byOrder.set(orderId, back);
  }
  return byOrder;
};

const withoutUnits = (lines: readonly StockLine[], units: ReadonlyMap<number, number>): StockLine[] =>
  lines.flatMap(({ itemId, quantity }) => {
    const left = quantity - (units.get(itemId) ?? 0);
    return left > 0 ? [{ itemId, quantity: left }] : [];
  });

/** The rows are written before it is known what becomes of the orders, so that there is always one to lock. */
export const lockReservations = async (
  tx: ClientBase,
  orderIds: readonly string[],
): Promise<Map<string, Reservation>> => {
  const { rows } = await tx.query<ReservationRow>(
    prepared(
      `INSERT INTO reservations (order_id, status, version)
       SELECT DISTINCT unnest($1::uuid[]), 'none', 0 ORDER BY 1
       ON CONFLICT (order_id) DO UPDATE SET order_id = excluded.order_id
       RETURNING order_id AS "orderId", status, version`,
      [orderIds],
    ),
  );
  const holding = rows.filter(({ status }) => status === 'reserved' || status === 'sold');
  const lines = await linesOf(
    tx,
    holding.map(({ orderId }) => orderId),
  );
  const cameBack = await cameBackOf(
    tx,
    rows.filter(({ status }) => status === 'sold').map(({ orderId }) => orderId),
  );
  return new Map(
    rows.map(({ orderId, status, version }): [string, Reservation] => {
      if (status === 'none') return [orderId, { status }];
      if (status !== 'reserved' && status !== 'sold') return [orderId, { status, version }];
      const held = lines.get(orderId) ?? [];
      const back = cameBack.get(orderId);
      if (status === 'reserved' || !back) return [orderId, { status, version, lines: held }];
      return [orderId, { status, version, lines: withoutUnits(held, back.units), cameBack: back.causes }];
    }),
  );
};

/** Always in order of id: orders for the same items wait for each other instead of deadlocking. */
export const lockStock = async (tx: ClientBase, itemIds: readonly number[]): Promise<Availability> => {
  const { rows } = await tx.query<{ id: number; available: number }>(
    prepared(
      `SELECT item_id AS id, available FROM stock WHERE item_id = ANY($1) ORDER BY item_id FOR UPDATE`,
      [itemIds],
    ),
  );
  return new Map(rows.map(({ id, available }) => [id, available]));
};

/** Saves what became of orders, oldest first: of several of one order the last stands. */
export const saveReservations = async (
  tx: ClientBase,
  steps: readonly { readonly orderId: string; readonly next: ReservationDecision['next'] }[],
): Promise<void> => {
  const last = new Map(steps.map((step) => [step.orderId, step]));
  const all = [...last.values()];
  await tx.query(
    prepared(
      `UPDATE reservations SET status = next.status, version = next.version, changed_at = now()
         FROM unnest($1::uuid[], $2::text[], $3::int[]) AS next (order_id, status, version)
        WHERE reservations.order_id = next.order_id`,
      [
        all.map(({ orderId }) => orderId),
        all.map(({ next }) => next.status),
        all.map(({ next }) => next.version),
      ],
    ),
  );
  const lines = steps.flatMap(({ orderId, next }) =>
    next.status === 'reserved' ? next.lines.map((line) => ({ orderId, ...line })) : [],
  );
  if (lines.length === 0) return;
  await tx.query(
    prepared(
      `INSERT INTO reservation_lines (order_id, item_id, quantity)
       SELECT * FROM unnest($1::uuid[], $2::int[], $3::int[])`,
      [
        lines.map(({ orderId }) => orderId),
        lines.map(({ itemId }) => itemId),
        lines.map(({ quantity }) => quantity),
      ],
    ),
  );
};

/** What came back of sales, in the transaction that puts it on the shelf. */
export const saveReturns = async (
  tx: ClientBase,
  returns: readonly { orderId: string; causeId: string; lines: readonly StockLine[] }[],
): Promise<void> => {
  const rows = returns.flatMap(({ lines, ...one }) => lines.map((line) => ({ ...one, ...line })));
  if (rows.length === 0) return;
  await tx.query(
    prepared(
      `INSERT INTO reservation_returns (order_id, cause_id, item_id, quantity)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::int[], $4::int[])`,
      [
        rows.map(({ orderId }) => orderId),
        rows.map(({ causeId }) => causeId),
        rows.map(({ itemId }) => itemId),
        rows.map(({ quantity }) => quantity),
      ],
    ),
  );
};
