import { catalogEvents, type IntegrationEvent } from '@quayside/contracts';
import { onMany, type HandlerContext, type Received, type Subscription } from '@quayside/messaging';
import type { PoolClient } from 'pg';
import type { Flow, ItemCopy } from '../usecases/stock-requests.ts';

type Context = HandlerContext<PoolClient>;

const flowOf = ({ event: { correlationId, traceparent } }: Received<IntegrationEvent<unknown>>): Flow => ({
  correlationId,
  traceparent,
});

/** @param itemsIn the copy, inside the transaction that also records the events as handled */
export const createItemSubscriptions = (
  itemsIn: (tx: PoolClient) => ItemCopy,
): readonly Subscription<PoolClient>[] => [
  onMany(catalogEvents.itemChanged, (received, { tx }: Context) =>
    itemsIn(tx).keepItems(received.map((one) => ({ ...one.event.data, ...flowOf(one) }))),
  ),
  onMany(catalogEvents.stockChanged, (received, { tx }: Context) =>
    itemsIn(tx).keepStock(received.map((one) => ({ ...one.event.data, ...flowOf(one) }))),
  ),
];
