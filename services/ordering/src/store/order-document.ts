import type { OutgoingEvent } from '@quayside/messaging';
import { dueWorkIndex, type WithDueWork, type WithOutbox } from '@quayside/mongo';
import { MongoServerError, type Collection, type Db } from 'mongodb';
import type { DueWorkKind } from '../domain/due-work.ts';
import type { Order } from '../domain/order.ts';
import type { OrderStatus } from '../domain/order.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import type { TimelineEntry } from '../domain/timeline-entry.ts';
import type { OrderNote } from '../usecases/staff-order.ts';
import type { ListedOrder } from './listed-order.ts';

/** What the buyer's open pages are told; written with every change they can see. */
export interface NoticeField {
  buyerId: string;
  status: OrderStatus;
  version: number;
  at: Date;
}

export interface OrderDocument extends WithOutbox, WithDueWork<DueWorkKind> {
  _id: string;
  version: number;
  buyerId: string;
  createdAt: Date;
  state: Order;
  listed: ListedOrder;
  notice: NoticeField;
  /** What happened, in the order it did; absent in what is read to be changed. Orders of before begin theirs late. */
  timeline?: TimelineEntry[];
  notes?: OrderNote[];
  /** When the last of them was written, for open pages. */
  notedAt?: Date;
  /** How work that the order owes failed last. */
  dueFailure?: { kind: DueWorkKind; at: Date; message: string };
  /** Ids of the latest events that had an effect on this order: its inbox. */
  handled: string[];
}

export type OrderCollection = Collection<OrderDocument>;

/** Makes integration events of what happened; `order` is the order after it. */
export type ToIntegrationEvents = (
  happened: readonly { event: OrderEvent; order: Order }[],
) => OutgoingEvent[];

export const orderCollection = (db: Db): OrderCollection =>
  db.collection<OrderDocument>('orders', { writeConcern: { w: 'majority' } });

const placed = { createdAt: -1, _id: -1 } as const;
/** What stays as it is from an order's first write to its last. */
const lasting = { 'listed.country': 1, 'listed.currency': 1, 'listed.total': 1 } as const;
const moving = ['state.status', 'listed.stage', 'listed.payment', 'listed.fulfilment'];

/** By one filter; what the others ask for stands in it too. */
const byFilter = (field: string) => ({
  ...{ [field]: 1 as const, ...placed },
  ...Object.fromEntries(
    [...Object.keys(lasting), ...moving]
      .filter((other) => other !== field)
      .map((other) => [other, 1 as const]),
  ),
});

/** Of the releases before: they led to the orders themselves for whatever a second filter asked. */
const formerIndexes = [
  'newest_orders',
  'orders_by_total',
  ...['status', 'stage', 'payment', 'fulfilment', 'country', 'words'].map((by) => `orders_by_${by}`),
];

/**
 * Safe to repeat; the outbox relay makes its own. The staff's list finds, sorts, counts and sums up from its index alone,
 * whatever filters are put together, and reads no order but those it shows.
 */
export const ensureOrderIndexes = async (orders: OrderCollection): Promise<void> => {
  await orders.createIndexes([
    { key: { buyerId: 1, ...placed }, name: 'orders_of_buyer' },
    { key: { ...placed, ...lasting }, name: 'listed_newest' },
    { key: byFilter('state.status'), name: 'listed_by_status' },
    ...['stage', 'payment', 'fulfilment', 'country'].map((by) => ({
      key: byFilter(`listed.${by}`),
      name: `listed_by_${by}`,
    })),
    { key: { 'listed.words': 1, ...placed, ...lasting }, name: 'listed_by_words' },
    {
      key: { 'listed.total': -1, ...placed, 'listed.country': 1, 'listed.currency': 1 },
      name: 'listed_by_total',
    },
    dueWorkIndex,
  ]);
  const known = new Set((await orders.indexes()).map(({ name }) => name));
  for (const name of formerIndexes) if (known.has(name)) await dropped(orders, name);
};

/** Two processes that start at once both see it. */
const dropped = async (orders: OrderCollection, name: string): Promise<void> => {
  try {
    await orders.dropIndex(name);
  } catch (error) {
    if (!(error instanceof MongoServerError && error.codeName === 'IndexNotFound')) throw error;
  }
};
