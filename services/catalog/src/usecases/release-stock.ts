import { releaseStock as decideRelease } from '../domain/reservation.ts';
import type { ReservationLedger } from './stock-ledger.ts';

export const releaseStock = (ledger: ReservationLedger, orderId: string): Promise<void> =>
  ledger.update(orderId, [], decideRelease);
