import { identityEvents, orderingEvents } from '@quayside/contracts';
import { on, onMany, type HandlerContext, type Received } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import { releaseStock } from '../usecases/release-stock.ts';
import { reserveStock } from '../usecases/reserve-stock.ts';
import { returnUnits } from '../usecases/return-units.ts';
import { sellReserved } from '../usecases/sell-reserved.ts';
import type { ReservationLedger } from '../usecases/stock-ledger.ts';

type Context = HandlerContext<PoolClient>;

const orderOf = ({ event, within }: Received<{ data: { orderId: string } }>) => ({
  orderId: event.data.orderId,
  within,
});

/**
 * What the catalog does when orders move; all that wait in a partition share the inbox's transaction. A reservation is
 * kept for ever and knows what was done for its order, so events that come again after the inbox forgot them change
 * nothing.
 */
export const createSubscriptions = (
  ledgerIn: (tx: PoolClient) => ReservationLedger,
  notePurchases: (
    tx: PoolClient,
    purchases: readonly { accountId: string; itemIds: readonly number[] }[],
  ) => Promise<void>,
  countTogether: (
    tx: PoolClient,
    orders: readonly { orderId: string; at: Date; itemIds: readonly number[] }[],
  ) => Promise<void>,
  forgetPerson: (tx: PoolClient, actorId: string) => Promise<void>,
) => [
  onMany(orderingEvents.orderAwaitingValidation, (received, { tx }: Context) =>
    reserveStock(ledgerIn(tx), ...received.map((one) => ({ ...orderOf(one), lines: one.event.data.lines }))),
  ),
  onMany(orderingEvents.orderPaid, async (received, { tx }: Context) => {
    await sellReserved(ledgerIn(tx), ...received.map(orderOf));
    await notePurchases(
      tx,
      received.map(({ event: { data } }) => ({
        accountId: data.buyerId,
        itemIds: data.lines.map(({ itemId }) => itemId),
      })),
    );
    await countTogether(
      tx,
      received.map(({ event: { time, data } }) => ({
        orderId: data.orderId,
        at: new Date(time),
        itemIds: data.lines.map(({ itemId }) => itemId),
      })),
    );
  }),
  onMany(orderingEvents.orderCancelled, (received, { tx }: Context) =>
    releaseStock(ledgerIn(tx), ...received.map(orderOf)),
  ),
  onMany(orderingEvents.orderUnitsReturned, (received, { tx }: Context) =>
    returnUnits(
      ledgerIn(tx),
      ...received.map((one) => {
        const { causeId, lines } = one.event.data;
        return { ...orderOf(one), causeId, lines };
      }),
    ),
  ),
  on(identityEvents.userDeleted, ({ data }, { tx }: Context) => forgetPerson(tx, data.userId)),
];
