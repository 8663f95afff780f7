import { createGatheredCollection, type DocumentOutboxRelay, type GuardedUpdate } from '@quayside/mongo';
import { currentCorrelationId, currentTraceparent, type AuditChange } from '@quayside/runtime';
import { LRUCache } from 'lru-cache';
import type { Order } from '../domain/order.ts';
import { OrderChangedMeanwhile, OrderNotFound } from '../domain/order-error.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import { evolve } from '../domain/evolve.ts';
import { timelineEntry } from '../domain/timeline-entry.ts';
import type { StaffMember } from '../usecases/staff-order.ts';
import { orderAudit } from './order-audit.ts';
import type { OrderChange, OrderStore, WriteOptions } from '../usecases/order-store.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { dueAfter } from './due-after.ts';
import type { OrderCollection, OrderDocument, ToIntegrationEvents } from './order-document.ts';
import { orderDocument, orderWrite } from './order-write.ts';

const writeAttempts = 8;
const ordersRemembered = 2000;

export interface MongoOrderStoreOptions {
  orders: OrderCollection;
  relay: Pick<DocumentOutboxRelay, 'leaseFields' | 'takeAlong' | 'afterWrite'>;
  toIntegrationEvents: ToIntegrationEvents;
  /** Told of work that a write made due, and when. */
  onScheduled: (at: Date) => void;
  now: () => Date;
  /** Makes a guarded write of one of the staff, together with its entry in the audit log. */
  writeAudited: (
    update: GuardedUpdate<OrderDocument>,
    by: StaffMember,
    change: AuditChange,
  ) => Promise<'matched' | 'missed'>;
}

type Change = (order: Order) => readonly OrderEvent[];

/** An order as this process left it. */
interface Remembered {
  readonly document: OrderDocument;
  /** The outbox held no events but those that this process told its relay of. */
  readonly knowsOutbox: boolean;
}

/**
 * Orders in MongoDB. Reads and writes of the same moment share a command. What this process wrote last of an order is
 * remembered, so that the next write need not read first: it is guarded by the version all the same, and whatever does
 * not end in a write is answered from the database.
 */
export const createMongoOrderStore = (options: MongoOrderStoreOptions): OrderStore => {
  const { orders, relay, now, toIntegrationEvents } = options;
  const gathered = createGatheredCollection(orders, { projection: { outbox: 0, timeline: 0, notes: 0 } });
  const remembered = new LRUCache<string, Remembered>({ max: ordersRemembered });

  /** Undefined where somebody else wrote since `document` was as it is, or may have. */
  const tryWrite = async (
    { document, knowsOutbox }: Remembered,
    events: readonly OrderEvent[],
    writeOptions: WriteOptions,
    isRemembered: boolean,
  ): Promise<OrderChange | undefined> => {
    const { leaseFields } = relay;
    const { _id } = document;
    const takenAlong = knowsOutbox ? relay.takeAlong(_id) : undefined;
    const context = { options: writeOptions, isRemembered, toIntegrationEvents, leaseFields, takenAlong };
    const { update, order, outgoing, after, dueAt } = orderWrite(document, events, {
      ...context,
      now: now(),
    });
    remembered.delete(_id);
    const { staff } = writeOptions;
    const outcome = staff
      ? await options.writeAudited(update, staff, orderAudit(document.state, order, events))
      : await gathered.update(update);
    // Its events may be in the outbox.
    if (outcome === 'unknown' && outgoing.length > 0) relay.afterWrite(_id);
    if (outcome !== 'matched') return undefined;
    if (outgoing.length > 0) {
      const nextWrite = goesOnSoon(order) ? new Date() : undefined;
      relay.afterWrite(_id, { takenAlong, nextWrite, written: knowsOutbox ? outgoing : undefined });
    }
    remembered.set(_id, { document: after, knowsOutbox });
    if (dueAt) options.onScheduled(dueAt);
    return { order, events, claimed: claimedBy(after, writeOptions) };
  };

  const fromMemory = async (
    id: string,
    change: Change,
    writeOptions: WriteOptions,
  ): Promise<OrderChange | undefined> => {
    const known = remembered.get(id);
    if (!known || (writeOptions.eventId && known.document.handled.includes(writeOptions.eventId)))
      return undefined;
    const events = eventsOf(change, known.document.state);
    if (events.length === 0) return undefined;
    return answerOrUnavailable(tryWrite(known, events, writeOptions, true));
  };

  return {
    async add(first, { eventId, othersAfterMs = 0 } = {}) {
      const order = evolve(undefined, first);
      const outgoing = toIntegrationEvents([{ event: first, order }]);
      const document = { ...newDocument(order, now(), othersAfterMs), handled: eventId ? [eventId] : [] };
      // What it owes first is its next write.
      const writtenBy = document.due?.at;
      const timeline = [timelineEntry(first, order.version)];
      const whole = { ...document, timeline, outbox: outgoing, ...relay.leaseFields(writtenBy) };
      if (!(await answerOrUnavailable(gathered.insert(whole)))) return false;
      relay.afterWrite(order.id, { written: outgoing, nextWrite: writtenBy });
      remembered.set(order.id, { document, knowsOutbox: true });
      if (document.due) options.onScheduled(document.due.at);
      return true;
    },

    async update(id, change, writeOptions = {}): Promise<OrderChange> {
      const quick = await fromMemory(id, change, writeOptions);
      if (quick) return quick;
      for (let attempt = 1; attempt <= writeAttempts; attempt += 1) {
        const document = await answerOrUnavailable(gathered.find(id));
        if (!document) throw new OrderNotFound(id);
        const isDuplicate = writeOptions.eventId && document.handled.includes(writeOptions.eventId);
        const events = isDuplicate ? [] : change(document.state);
        const nothingToWrite = events.length === 0 && !writeOptions.finishes;
        if (isDuplicate || nothingToWrite) {
          return { order: document.state, events, claimed: claimedBy(document, writeOptions) };
        }
        const read = { document, knowsOutbox: !document.outboxLease };
        const written = await answerOrUnavailable(tryWrite(read, events, writeOptions, false));
        if (written) return written;
      }
      throw new OrderChangedMeanwhile(id);
    },

    async *idsOfBuyer(buyerId) {
      for await (const { _id } of orders.find({ buyerId }, { projection: { _id: 1 } })) yield _id;
    },
  };
};

/** Its stock is reserved, or its card charged, within moments, and this process most likely writes that. */
const goesOnSoon = ({ status }: Order): boolean =>
  status === 'awaiting-validation' || status === 'stock-confirmed';

/** A write of which it was unknown whether it was made may have claimed the work all the same. */
const claimedBy = (
  { due, correlationId, traceparent }: OrderDocument,
  { claims }: WriteOptions,
): OrderChange['claimed'] =>
  claims && due?.claimId === claims.claimId ? { correlationId, traceparent } : undefined;

/** What is remembered may be out of date: a refusal of it is none, the database decides. */
const eventsOf = (change: Change, remembered: Order): readonly OrderEvent[] => {
  try {
    return change(remembered);
  } catch {
    return [];
  }
};

const newDocument = (order: Order, now: Date, othersAfterMs: number): OrderDocument => {
  const correlationId = currentCorrelationId();
  const traceparent = currentTraceparent();
  const { $set } = dueAfter(order, { current: undefined, finishedClaim: undefined, now });
  const due = $set?.['due'] as OrderDocument['due'];
  return {
    ...orderDocument(order, now),
    ...(due && { due: { ...due, at: new Date(due.at.getTime() + othersAfterMs) } }),
    ...(correlationId && { correlationId }),
    ...(traceparent && { traceparent }),
  };
};
