import type { OutgoingEvent } from '@quayside/messaging';
import type { DocumentOutboxRelay, GuardedUpdate, TakenAlong } from '@quayside/mongo';
import { evolve } from '../domain/evolve.ts';
import type { Order } from '../domain/order.ts';
import { timelineEntry } from '../domain/timeline-entry.ts';
import type { OrderEvent } from '../domain/order-event.ts';
import type { WriteOptions } from '../usecases/order-store.ts';
import { dueAfter } from './due-after.ts';
import { listedChanges, listedOrder } from './listed-order.ts';
import type { OrderDocument, ToIntegrationEvents } from './order-document.ts';

const handledKept = 32;
/** What pages show, and the history does not tell of. */
const shownBesideStatus: ReadonlySet<OrderEvent['type']> = new Set(['address-changed', 'buyer-asked']);

/** One atomic write of an order's document, and what is so once it is made. */
export interface OrderWrite {
  readonly update: GuardedUpdate<OrderDocument>;
  readonly order: Order;
  readonly outgoing: readonly OutgoingEvent[];
  /** The document as this write leaves it, without its outbox. */
  readonly after: OrderDocument;
  /** When the work is due that this write made due for whoever claims it. */
  readonly dueAt: Date | undefined;
}

const happenedTo = (before: Order, events: readonly OrderEvent[]) => {
  let order = before;
  return events.map((event) => {
    order = evolve(order, event);
    return { event, order };
  });
};

export const noticeOf = (order: Order, at: Date) => ({
  buyerId: order.buyer.id,
  status: order.status,
  version: order.version,
  at,
});

/** What the document of an order has from its first write on. */
export const orderDocument = (order: Order, at: Date): OrderDocument => ({
  _id: order.id,
  version: order.version,
  buyerId: order.buyer.id,
  createdAt: new Date(order.submittedAt),
  state: order,
  listed: listedOrder(order),
  notice: noticeOf(order, at),
  handled: [],
});

/** The claim that stands in the document: that of `document`, or the one under which the write is made. */
const currentDue = ({ due }: OrderDocument, { during, finishes }: WriteOptions, isRemembered: boolean) => {
  const work = finishes ?? during;
  // Claims leave no trace in what is remembered; the guard finds out if this one was lost.
  return isRemembered && work && due ? { ...due, claimId: work.claimId } : due;
};

/** Work that this write makes due is this process's from the first, where it asked for it. */
const claimed = (due: ReturnType<typeof dueAfter>, { claims }: WriteOptions): ReturnType<typeof dueAfter> => {
  const fresh = due.$set?.['due'] as OrderDocument['due'];
  if (!claims || fresh?.kind !== claims.kind) return due;
  const held = { kind: fresh.kind, at: claims.until, attempts: 1, claimId: claims.claimId };
  return { ...due, $set: { ...due.$set, due: held } };
};

/**
 * The write of what happened to an order. It takes effect only if nobody else wrote, nor claimed or gave back its work,
 * since `document` was as it is.
 *
 * @param context.isRemembered `document` was not read just now, but is what an earlier write of this process left
 */
export const orderWrite = (
  document: OrderDocument,
  events: readonly OrderEvent[],
  context: {
    options: WriteOptions;
    isRemembered: boolean;
    toIntegrationEvents: ToIntegrationEvents;
    leaseFields: DocumentOutboxRelay['leaseFields'];
    /** What of the outbox this write leaves out, where all that it holds is known. */
    takenAlong: TakenAlong | undefined;
    now: Date;
  },
): OrderWrite => {
  const { options, takenAlong, now } = context;
  const { eventId, finishes } = options;
  const happened = happenedTo(document.state, events);
  const order = happened.at(-1)?.order ?? document.state;
  const current = currentDue(document, options, context.isRemembered);
  const isUrgent = events.some(({ type }) => type === 'visit-ended');
  const due = claimed(dueAfter(order, { current, finishedClaim: finishes?.claimId, isUrgent, now }), options);
  const outgoing = context.toIntegrationEvents(happened);
  const isVisible =
    order.history.length > document.state.history.length ||
    events.some(({ type }) => shownBesideStatus.has(type));
  const listed = listedOrder(order);
  const changed = {
    ...(events.length > 0 && { version: order.version, state: order }),
    ...(order.buyer.id !== document.buyerId && { buyerId: order.buyer.id }),
    ...(isVisible && { notice: noticeOf(order, now) }),
  };
  const fresh = due.$set?.['due'] as OrderDocument['due'];
  const timeline = happened.map((one) => timelineEntry(one.event, one.order.version, options.staff?.id));
  const isForgotten = events.some(({ type }) => type === 'buyer-anonymised');
  return {
    order,
    outgoing,
    dueAt: fresh?.claimId ? undefined : fresh?.at,
    after: afterWrite({ ...document, ...changed, listed }, { due, current, eventId }),
    update: {
      filter: { _id: document._id, version: document.version, 'due.claimId': current?.claimId ?? null },
      update: {
        $set: {
          ...due.$set,
          ...changed,
          ...listedChanges(document.listed, listed),
          ...(isForgotten && { notes: [] }),
          ...(outgoing.length > 0 && context.leaseFields()),
          ...(outgoing.length > 0 && takenAlong && { outbox: [...takenAlong.unpublished, ...outgoing] }),
        },
        ...(due.$unset && { $unset: due.$unset }),
        $push: {
          ...(timeline.length > 0 && { timeline: { $each: timeline } }),
          ...(outgoing.length > 0 && !takenAlong && { outbox: { $each: [...outgoing] } }),
          ...(eventId && { handled: { $each: [eventId], $slice: -handledKept } }),
        },
      },
    },
  };
};

const afterWrite = (
  document: OrderDocument,
  change: {
    due: ReturnType<typeof dueAfter>;
    current: OrderDocument['due'];
    eventId: string | undefined;
  },
): OrderDocument => {
  const { due: _, ...rest } = document;
  const due = dueLeft(change);
  const handled = change.eventId ? [...rest.handled, change.eventId].slice(-handledKept) : rest.handled;
  return { ...rest, handled, ...(due && { due }) };
};

const dueLeft = ({
  due: { $set, $unset },
  current,
}: {
  due: ReturnType<typeof dueAfter>;
  current: OrderDocument['due'];
}): OrderDocument['due'] => {
  if ($unset) return undefined;
  if ($set?.['due']) return $set['due'] as OrderDocument['due'];
  const kind = $set?.['due.kind'] as NonNullable<OrderDocument['due']>['kind'] | undefined;
  return current && kind ? { ...current, kind, attempts: 0 } : current;
};
