import type { StockLine } from '../domain/catalog-fact.ts';
import { reserveStock as decideReservation } from '../domain/reservation.ts';
import type { ReservationLedger } from './stock-ledger.ts';

/** All lines of the order or none; the outcome leaves as `stock-reserved` or `stock-rejected`. */
export const reserveStock = (
  ledger: ReservationLedger,
  order: { orderId: string; lines: readonly StockLine[] },
): Promise<void> =>
  ledger.update(
    order.orderId,
    order.lines.map(({ itemId }) => itemId),
    (current, availability) => decideReservation(current, order, availability),
  );
