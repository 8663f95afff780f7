import { sellReserved as decideSale } from '../domain/reservation.ts';
import type { ReservationLedger } from './stock-ledger.ts';

/** @throws {NothingReserved} */
export const sellReserved = (ledger: ReservationLedger, orderId: string): Promise<void> =>
  ledger.update(orderId, [], decideSale);
