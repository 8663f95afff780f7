import { releaseStock as decideRelease } from '../domain/reservation.ts';
import type { ReservationChange, ReservationLedger } from './stock-ledger.ts';

export const releaseStock = (
  ledger: ReservationLedger,
  ...orders: readonly Pick<ReservationChange, 'orderId' | 'within'>[]
): Promise<void> => ledger.update(orders.map((order) => ({ ...order, itemIds: [], decide: decideRelease })));
