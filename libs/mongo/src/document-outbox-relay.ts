import type { Collection, Document } from 'mongodb';
import {
  pollUntilEmpty,
  publishOrSetAside,
  type OutgoingEvent,
  type Publisher,
  type Relay,
} from '@quayside/messaging';
import { createLoop, type Logger } from '@quayside/runtime';
import { createPublishedEvents, removal } from './published-events.ts';

/** Who is about to publish a document's events, and until when the others leave it alone. */
interface OutboxLease {
  owner: string;
  until: Date;
}

/** What an aggregate document carries beside its state. `outboxLease` is there exactly while `outbox` has events. */
export interface WithOutbox {
  outbox?: OutgoingEvent[];
  outboxLease?: OutboxLease;
  /** What Kafka refuses for good. */
  outboxRefused?: OutgoingEvent[];
}

export interface DocumentOutboxRelay extends Relay {
  /**
   * To be `$set` in the write that `$push`es events to `outbox`.
   *
   * @param writtenBy when the document is written again for certain, so that nobody else need look at it before: what
   * is published until then is taken out by that write
   */
  leaseFields(writtenBy?: Date): { outboxLease: OutboxLease };
  /**
   * What a writer who knows all that the outbox holds writes in its place, its own events behind: what is published need
   * not be taken out by a write of its own. Undefined where there is nothing to take out, or not all is known.
   */
  takeAlong(id: unknown): TakenAlong | undefined;
  /**
   * The write is acknowledged: publish this document's events now.
   *
   * @param how.written the events, where the outbox held no others but those this relay was told of: they are published
   * without being read back. Absent: the outbox is read
   * @param how.takenAlong what of `takeAlong` the write left out
   * @param how.nextWrite when this process is likely to write the document again: what is published may wait for that,
   * and is published once more if another process writes before. Absent: it is taken out at once
   */
  afterWrite(
    id: unknown,
    how?: {
      written?: readonly OutgoingEvent[] | undefined;
      takenAlong?: TakenAlong | undefined;
      nextWrite?: Date | undefined;
    },
  ): void;
}

/** What becomes of an outbox with a write that takes along what is published. */
export interface TakenAlong {
  readonly unpublished: readonly OutgoingEvent[];
  readonly published: readonly string[];
}

/** A document to publish, and its events where they are all known. */
interface DueDocument {
  readonly _id: unknown;
  readonly outbox: readonly OutgoingEvent[] | undefined;
  /** Once published, it has to be taken out by then, before the lease ends. */
  readonly takeOutBy: number;
}

const batchSize = 200;
const maxDue = 10_000;
/** Before the end of a lease, what is published is taken out so early, together with what is due so soon after. */
const beforeEnd = 0.4;
const together = 0.1;
const atOnce = 0;

/** What is due of a document of which more became due. */
const joined = (earlier: DueDocument | undefined, later: DueDocument): DueDocument => {
  if (!earlier) return later;
  const outbox = earlier.outbox && later.outbox && [...earlier.outbox, ...later.outbox];
  return { ...later, outbox };
};

/**
 * Events live in the aggregate's own document, so one atomic write stores both. The writer publishes right after its
 * write; should it die, the poll of any process picks the document up when the lease has run out. A publisher always
 * sends all events the document holds, oldest first, and removes only what it sent: so even two at once keep the
 * order of first deliveries, and the lease merely avoids double work. Who knows all that an outbox holds, because it wrote
 * it, need not have it read back. What is published leaves the outbox with the document's next write, or, where none
 * comes before the lease ends, with a write for many documents.
 *
 * @example
 * await orders.updateOne({ _id, version }, { $set: { ...state, ...relay.leaseFields() }, $push: { outbox: { $each: events } } });
 * relay.afterWrite(_id);
 */
export const createDocumentOutboxRelay = <T extends Document>(options: {
  collection: Collection<T>;
  publisher: Pick<Publisher, 'publish'>;
  logger: Logger;
  /** Names this process, for people who look at a lease. */
  owner: string;
  leaseMs?: number;
  pollMs?: number;
}): DocumentOutboxRelay => {
  const { publisher, logger, owner, leaseMs = 5000, pollMs = 5000 } = options;
  const documents = options.collection as unknown as Collection<Document>;
  /** What this process is to publish: documents it wrote and those it claimed. */
  const due = new Map<unknown, DueDocument>();
  /** Due documents were left to the poll, which has not found them yet: what else they hold is unknown here. */
  let forgotAt: number | undefined;
  let indexed = false;
  let nextPoll = 0;
  const published = createPublishedEvents();
  /** Being published right now. */
  const underWay = new Map<unknown, DueDocument>();
  let takesOutAll = false;

  const lease = (writtenBy?: Date): OutboxLease => {
    const from = Math.max(writtenBy?.getTime() ?? 0, Date.now());
    return { owner, until: new Date(from + leaseMs) };
  };

  const shortlyBeforeItEnds = ({ until }: OutboxLease): number => until.getTime() - leaseMs * beforeEnd;

  /** What this process has not published of them. */
  const read = async (taken: readonly DueDocument[]): Promise<DueDocument[]> => {
    if (taken.length === 0) return [];
    const ids = taken.map(({ _id }) => _id);
    const projection = { outbox: 1, outboxLease: 1 };
    const found = (await documents
      .find({ _id: { $in: ids as never[] } }, { projection })
      .toArray()) as unknown as (WithOutbox & { _id: unknown })[];
    return found
      .filter(({ outboxLease }) => outboxLease)
      .map(({ _id, outbox = [] }) => {
        const sent = published.of(_id);
        return { _id, outbox: outbox.filter(({ id }) => !sent.has(id)), takeOutBy: atOnce };
      });
  };

  /** @returns whether all were published; else they are still due */
  const publishAll = async (taken: readonly DueDocument[]): Promise<boolean> => {
    const known = taken.filter(({ outbox }) => outbox);
    const unknown = taken.filter(({ outbox }) => !outbox);
    const holders = [...known, ...(await read(unknown))];
    const setAside = async (event: OutgoingEvent): Promise<void> => {
      const holder = holders.find(({ outbox }) => outbox?.includes(event));
      const change = { $pull: { outbox: { id: event.id } }, $push: { outboxRefused: event } };
      await documents.updateOne(
        { _id: holder?._id as never, 'outbox.id': event.id },
        change as unknown as Document,
      );
    };
    const events = holders.flatMap(({ outbox }) => outbox ?? []);
    const isPublished =
      events.length === 0 || (await publishOrSetAside({ publisher, setAside, logger }, events));
    if (!isPublished) return false;
    for (const { _id, outbox = [], takeOutBy } of holders) {
      const ids = outbox.map(({ id }) => id);
      if (ids.length > 0) published.add(_id, ids, takeOutBy);
    }
    return true;
  };

  const takeOut = async (by: number): Promise<void> => {
    const due = published.dueBy(by);
    try {
      for (let at = 0; at < due.length; at += batchSize) {
        const batch = due.slice(at, at + batchSize);
        await documents.bulkWrite(batch.map(removal), { ordered: false });
        for (const { _id, ids } of batch) published.forget(_id, ids);
      }
    } catch (error) {
      published.keep();
      throw error;
    }
  };

  /** Ids of documents whose writer did not get to publish them, now leased by us. */
  const claimAbandoned = async (): Promise<unknown[]> => {
    const free = { 'outboxLease.until': { $lte: new Date() } };
    const found = await documents
      .find(free, { projection: { _id: 1 } })
      .sort({ 'outboxLease.until': 1 })
      .limit(batchSize)
      .toArray();
    const ids = found.map(({ _id }) => _id);
    if (ids.length > 0)
      await documents.updateMany({ _id: { $in: ids }, ...free }, { $set: { outboxLease: lease() } });
    return ids;
  };

  const pass = async (): Promise<number> => {
    if (!indexed) {
      await documents.createIndex({ 'outboxLease.until': 1 }, { sparse: true, name: 'outbox_lease' });
      indexed = true;
    }
    if (Date.now() >= nextPoll) {
      const abandoned = await claimAbandoned();
      for (const _id of abandoned) due.set(_id, { _id, outbox: undefined, takeOutBy: atOnce });
      if (abandoned.length < batchSize) {
        nextPoll = Date.now() + pollMs;
        if (forgotAt !== undefined && Date.now() > forgotAt + leaseMs) forgotAt = undefined;
      }
    }
    const taken = [...due.values()].slice(0, batchSize);
    // Removed first, so that a write that arrives meanwhile is not forgotten.
    for (const document of taken) {
      due.delete(document._id);
      underWay.set(document._id, document);
    }
    let isPublished = false;
    try {
      isPublished = taken.length === 0 || (await publishAll(taken));
    } finally {
      underWay.clear();
      if (!isPublished) remember(taken);
    }
    if (due.size > 0) return 0;
    const now = Date.now();
    if (takesOutAll) await takeOut(Number.POSITIVE_INFINITY);
    else if (published.nextDue() <= now) await takeOut(now + leaseMs * together);
    return Math.max(0, Math.min(nextPoll, published.nextDue()) - Date.now());
  };

  /** To be read again, as some of it may be published. Beyond the bound the poll finds it when its lease has run out. */
  const remember = (taken: readonly DueDocument[]): void => {
    if (due.size >= maxDue) {
      forgotAt = Date.now();
      return;
    }
    for (const { _id, takeOutBy } of taken) due.set(_id, { _id, outbox: undefined, takeOutBy });
  };

  const loop = createLoop({ name: 'the MongoDB outbox relay', logger, pass });

  return {
    leaseFields: (writtenBy) => ({ outboxLease: lease(writtenBy) }),
    takeAlong: (id) => {
      const sent = published.of(id);
      const parts = [underWay.get(id), due.get(id)].filter((part) => part !== undefined);
      if (sent.size === 0 || forgotAt !== undefined || parts.some(({ outbox }) => !outbox)) return undefined;
      return { published: [...sent], unpublished: parts.flatMap(({ outbox = [] }) => outbox) };
    },
    afterWrite: (id, { written, takenAlong, nextWrite } = {}) => {
      const isAll = written && forgotAt === undefined;
      const takeOutBy = nextWrite ? shortlyBeforeItEnds(lease(nextWrite)) : atOnce;
      published.forget(id, takenAlong?.published ?? []);
      published.postpone(id, takeOutBy);
      due.set(id, joined(due.get(id), { _id: id, outbox: isAll ? written : undefined, takeOutBy }));
      loop.wake();
    },
    start: async () => loop.start(),
    wake: () => {
      nextPoll = 0;
      loop.wake();
    },
    drain: async () => {
      takesOutAll = true;
      loop.wake();
      try {
        await pollUntilEmpty('The document outbox', async () => {
          const left = await documents.findOne(
            { 'outboxLease.until': { $exists: true } },
            { projection: { _id: 1 } },
          );
          loop.wake();
          return left === null;
        });
      } finally {
        takesOutAll = false;
      }
    },
    close: async () => {
      await loop.close();
      // What is not taken out is published once more by another process, which does no harm.
      await takeOut(Number.POSITIVE_INFINITY).catch((error: unknown) =>
        logger.warn({ err: error }, 'published events stay in their outbox'),
      );
    },
  };
};
