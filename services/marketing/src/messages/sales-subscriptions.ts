import { basketEvents, orderingEvents, type IntegrationEvent } from '@quayside/contracts';
import { times } from '@quayside/contracts/money';
import { onMany, type HandlerContext, type Received, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import type { CouponUse, SalesCounts } from '../usecases/sales.ts';

type Context = HandlerContext<PoolClient>;

const happened = ({ event }: Received<IntegrationEvent<{ orderId: string }>>) => ({
  orderId: event.data.orderId,
  at: event.time,
});

/** @param countsIn the counts, inside the transaction that also records the events as handled */
export const createSalesSubscriptions = (
  countsIn: (tx: PoolClient) => SalesCounts,
  noteUses: (tx: PoolClient, uses: readonly CouponUse[]) => Promise<void>,
): readonly Subscription<PoolClient>[] => [
  onMany(orderingEvents.orderSubmitted, (received, { tx }: Context) =>
    countsIn(tx).placed(
      received.map(({ event: { data } }) => ({
        ...{ orderId: data.orderId, at: data.at, total: data.totals.total },
        lines: data.lines.map(({ itemId, name, unitPrice, quantity }) => ({
          ...{ itemId, name, quantity },
          amount: times(unitPrice, quantity).amount,
        })),
      })),
    ),
  ),
  onMany(basketEvents.checkedOut, (received, { tx }: Context) =>
    noteUses(
      tx,
      received.flatMap(
        ({
          event: {
            data: { orderId, coupon: code },
          },
        }) => (code === undefined ? [] : [{ orderId, code }]),
      ),
    ),
  ),
  onMany(orderingEvents.orderPaid, (received, { tx }: Context) => countsIn(tx).paid(received.map(happened))),
  onMany(orderingEvents.orderCancelled, (received, { tx }: Context) =>
    countsIn(tx).cancelled(received.map(happened)),
  ),
  onMany(orderingEvents.orderRefunded, (received, { tx }: Context) =>
    countsIn(tx).refunded(
      received.map(({ event: { id, time, data } }) => ({ id, at: time, amount: data.amount })),
    ),
  ),
  onMany(orderingEvents.orderUnitsReturned, (received, { tx }: Context) =>
    countsIn(tx).returned(
      received
        .filter(({ event }) => event.data.cause === 'returned')
        .map(({ event: { time, data } }) => ({
          ...{ id: `${data.orderId}/${data.causeId}`, orderId: data.orderId, at: time },
          units: [...data.lines, ...data.writtenOff].reduce((sum, { quantity }) => sum + quantity, 0),
        })),
    ),
  ),
];
