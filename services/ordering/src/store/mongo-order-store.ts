import type { DocumentOutboxRelay } from '@quayside/mongo';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import { MongoServerError } from 'mongodb';
import type { Order } from '../domain/order.ts';
import { OrderChangedMeanwhile, OrderNotFound } from '../domain/order-error.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import { evolve } from '../domain/evolve.ts';
import type { OrderChange, OrderStore, WriteOptions } from '../usecases/order-store.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { dueAfter } from './due-after.ts';
import type { OrderCollection, OrderDocument, ToIntegrationEvents } from './order-document.ts';

const writeAttempts = 8;
const handledKept = 32;
const duplicateKey = 11000;

export interface MongoOrderStoreOptions {
  orders: OrderCollection;
  relay: Pick<DocumentOutboxRelay, 'leaseFields' | 'afterWrite'>;
  toIntegrationEvents: ToIntegrationEvents;
  /** Told of work that a write made due, and when. */
  onScheduled: (at: Date) => void;
  now: () => Date;
}

export const createMongoOrderStore = (options: MongoOrderStoreOptions): OrderStore => {
  const { orders, relay, now } = options;

  /** Undefined where somebody else wrote since `document` was read. */
  const tryWrite = async (
    document: OrderDocument,
    events: readonly OrderEvent[],
    { eventId, finishes }: WriteOptions,
  ): Promise<Order | undefined> => {
    const happened = happenedTo(document.state, events);
    const order = happened.at(-1)?.order ?? document.state;
    const due = dueAfter(order, { current: document.due, finishedClaim: finishes?.claimId, now: now() });
    const outgoing = options.toIntegrationEvents(happened);
    const isVisible = order.history.length > document.state.history.length;
    const { matchedCount } = await orders.updateOne(
      { _id: document._id, version: document.version },
      {
        $set: {
          ...due.$set,
          ...(events.length > 0 && { version: order.version, state: order }),
          ...(isVisible && { notice: noticeOf(order, now()) }),
          ...(outgoing.length > 0 && relay.leaseFields()),
        },
        ...(due.$unset && { $unset: due.$unset }),
        $push: {
          ...(outgoing.length > 0 && { outbox: { $each: outgoing } }),
          ...(eventId && { handled: { $each: [eventId], $slice: -handledKept } }),
        },
      },
    );
    if (matchedCount === 0) return undefined;
    if (outgoing.length > 0) relay.afterWrite(document._id);
    const dueAt = due.$set?.['due'] as { at: Date } | undefined;
    if (dueAt) options.onScheduled(dueAt.at);
    return order;
  };

  return {
    async add(first, { eventId } = {}) {
      const order = evolve(undefined, first);
      const outgoing = options.toIntegrationEvents([{ event: first, order }]);
      const document = newDocument(order, now());
      try {
        await answerOrUnavailable(
          orders.insertOne({
            ...document,
            handled: eventId ? [eventId] : [],
            outbox: outgoing,
            ...relay.leaseFields(),
          }),
        );
      } catch (error) {
        if (error instanceof MongoServerError && error.code === duplicateKey) return false;
        throw error;
      }
      relay.afterWrite(order.id);
      if (document.due) options.onScheduled(document.due.at);
      return true;
    },

    async update(id, change, writeOptions = {}): Promise<OrderChange> {
      for (let attempt = 1; attempt <= writeAttempts; attempt += 1) {
        const document = await answerOrUnavailable(
          orders.findOne({ _id: id }, { projection: { outbox: 0 } }),
        );
        if (!document) throw new OrderNotFound(id);
        const isDuplicate = writeOptions.eventId && document.handled.includes(writeOptions.eventId);
        const events = isDuplicate ? [] : change(document.state);
        const nothingToWrite = events.length === 0 && !writeOptions.finishes;
        if (isDuplicate || nothingToWrite) return { order: document.state, events };
        const order = await answerOrUnavailable(tryWrite(document, events, writeOptions));
        if (order) return { order, events };
      }
      throw new OrderChangedMeanwhile(id);
    },

    async *idsOfBuyer(buyerId) {
      for await (const { _id } of orders.find({ buyerId }, { projection: { _id: 1 } })) yield _id;
    },
  };
};

const happenedTo = (before: Order, events: readonly OrderEvent[]) => {
  let order = before;
  return events.map((event) => {
    order = evolve(order, event);
    return { event, order };
  });
};

const noticeOf = (order: Order, at: Date) => ({
  buyerId: order.buyer.id,
  status: order.status,
  version: order.version,
  at,
});

const newDocument = (order: Order, now: Date): OrderDocument => {
  const correlationId = currentCorrelationId();
  const traceparent = currentTraceparent();
  const { $set } = dueAfter(order, { current: undefined, finishedClaim: undefined, now });
  return {
    _id: order.id,
    version: order.version,
    buyerId: order.buyer.id,
    createdAt: new Date(order.submittedAt),
    state: order,
    notice: noticeOf(order, now),
    handled: [],
    ...($set as Pick<OrderDocument, 'due'>),
    ...(correlationId && { correlationId }),
    ...(traceparent && { traceparent }),
  };
};
