import { orderingEvents } from '@quayside/contracts';
import { on } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import { releaseStock } from '../usecases/release-stock.ts';
import { reserveStock } from '../usecases/reserve-stock.ts';
import { sellReserved } from '../usecases/sell-reserved.ts';
import type { ReservationLedger } from '../usecases/stock-ledger.ts';

/**
 * What the catalog does when an order moves; each handler works inside the inbox's transaction. A reservation is kept
 * for ever and knows what was done for its order, so events that come again after the inbox forgot them change nothing.
 */
export const orderSubscriptions = (ledgerIn: (tx: PoolClient) => ReservationLedger) => [
  on(orderingEvents.orderAwaitingValidation, ({ data }, { tx }: { tx: PoolClient }) =>
    reserveStock(ledgerIn(tx), data),
  ),
  on(orderingEvents.orderPaid, ({ data }, { tx }: { tx: PoolClient }) =>
    sellReserved(ledgerIn(tx), data.orderId),
  ),
  on(orderingEvents.orderCancelled, ({ data }, { tx }: { tx: PoolClient }) =>
    releaseStock(ledgerIn(tx), data.orderId),
  ),
];
