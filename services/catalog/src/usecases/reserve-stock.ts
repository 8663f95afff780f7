import type { StockLine } from '../domain/catalog-fact.ts';
import { reserveStock as decideReservation } from '../domain/reservation.ts';
import type { ReservationChange, ReservationLedger } from './stock-ledger.ts';

type Asking = Pick<ReservationChange, 'orderId' | 'within'> & { readonly lines: readonly StockLine[] };

/** All lines of an order or none; the outcome leaves as `stock-reserved` or `stock-rejected`. */
export const reserveStock = (ledger: ReservationLedger, ...orders: readonly Asking[]): Promise<void> =>
  ledger.update(
    orders.map(({ orderId, lines, within }) => ({
      orderId,
      itemIds: lines.map(({ itemId }) => itemId),
      decide: (current, availability) => decideReservation(current, { orderId, lines }, availability),
      ...(within && { within }),
    })),
  );
