import type { OutgoingEvent } from '@quayside/messaging';
import { dueWorkIndex, type WithDueWork, type WithOutbox } from '@quayside/mongo';
import type { Collection, Db } from 'mongodb';
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

/** Safe to repeat; the outbox relay makes its own. */
export const ensureOrderIndexes = async (orders: OrderCollection): Promise<void> => {
  await orders.createIndexes([
    { key: { buyerId: 1, createdAt: -1, _id: -1 }, name: 'orders_of_buyer' },
    { key: { createdAt: -1, _id: -1 }, name: 'newest_orders' },
    { key: { 'state.status': 1, createdAt: -1, _id: -1 }, name: 'orders_by_status' },
    ...['stage', 'payment', 'fulfilment', 'country', 'words'].map((by) => ({
      key: { [`listed.${by}`]: 1, createdAt: -1, _id: -1 } as const,
      name: `orders_by_${by}`,
    })),
    { key: { 'listed.total': -1, createdAt: -1, _id: -1 }, name: 'orders_by_total' },
    dueWorkIndex,
  ]);
};
