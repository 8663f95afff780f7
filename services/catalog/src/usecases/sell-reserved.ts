import { sellReserved as decideSale } from '../domain/reservation.ts';
import type { ReservationChange, ReservationLedger } from './stock-ledger.ts';

/** @throws {NothingReserved} */
export const sellReserved = (
  ledger: ReservationLedger,
  ...orders: readonly Pick<ReservationChange, 'orderId' | 'within'>[]
): Promise<void> => ledger.update(orders.map((order) => ({ ...order, itemIds: [], decide: decideSale })));
