import type { Collection, Document } from 'mongodb';
import {
  pollUntilEmpty,
  publishOrSetAside,
  type OutgoingEvent,
  type Publisher,
  type Relay,
} from '@quayside/messaging';
import { createLoop, type Logger } from '@quayside/runtime';

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
  /** To be `$set` in the write that `$push`es events to `outbox`. */
  leaseFields(): { outboxLease: OutboxLease };
  /** The write is acknowledged: publish this document's events now. */
  afterWrite(id: unknown): void;
}

const batchSize = 200;
const maxDue = 10_000;

/**
 * Events live in the aggregate's own document, so one atomic write stores both. The writer publishes right after its
 * write; should it die, the poll of any process picks the document up when the lease has run out. A publisher always
 * sends all events the document holds, oldest first, and removes only what it sent: so even two at once keep the
 * order of first deliveries, and the lease merely avoids double work.
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
  /** Documents this process is to publish: those it wrote and those it claimed. */
  const due = new Set<unknown>();
  let indexed = false;
  let nextPoll = 0;

  const lease = (): OutboxLease => ({ owner, until: new Date(Date.now() + leaseMs) });

  /** @returns whether all were published; else they are still due */
  const publishAll = async (ids: unknown[]): Promise<boolean> => {
    const found = (await documents
      .find({ _id: { $in: ids as never[] } }, { projection: { outbox: 1, outboxLease: 1 } })
      .toArray()) as (WithOutbox & { _id: unknown })[];
    const setAside = async (event: OutgoingEvent): Promise<void> => {
      const holder = found.find(({ outbox }) => outbox?.includes(event));
      const change = { $pull: { outbox: { id: event.id } }, $push: { outboxRefused: event } };
      await documents.updateOne(
        { _id: holder?._id as never, 'outbox.id': event.id },
        change as unknown as Document,
      );
    };
    const events = found.flatMap(({ outbox }) => outbox ?? []);
    const published =
      events.length === 0 || (await publishOrSetAside({ publisher, setAside, logger }, events));
    const leased = found.filter(({ outboxLease }) => outboxLease);
    if (published && leased.length > 0) await documents.bulkWrite(leased.map(removal), { ordered: false });
    return published;
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
      for (const id of abandoned) due.add(id);
      if (abandoned.length < batchSize) nextPoll = Date.now() + pollMs;
    }
    const ids = [...due].slice(0, batchSize);
    // Removed first, so that a write that arrives meanwhile is not forgotten.
    for (const id of ids) due.delete(id);
    let published = false;
    try {
      published = ids.length === 0 || (await publishAll(ids));
    } finally {
      // Beyond the bound the poll finds them again when their lease has run out.
      if (!published && due.size < maxDue) for (const id of ids) due.add(id);
    }
    return due.size > 0 ? 0 : Math.max(0, nextPoll - Date.now());
  };

  const loop = createLoop({ name: 'the MongoDB outbox relay', logger, pass });

  return {
    leaseFields: () => ({ outboxLease: lease() }),
    afterWrite: (id) => {
      due.add(id);
      loop.wake();
    },
    start: async () => loop.start(),
    wake: () => {
      nextPoll = 0;
      loop.wake();
    },
    drain: () =>
      pollUntilEmpty('The document outbox', async () => {
        const left = await documents.findOne(
          { 'outboxLease.until': { $exists: true } },
          { projection: { _id: 1 } },
        );
        return left === null;
      }),
    close: loop.close,
  };
};

/** Takes out what was read, and the lease when nothing came meanwhile. */
const removal = ({ _id, outbox = [] }: WithOutbox & { _id: unknown }) => {
  const sent = outbox.map(({ id }) => id);
  const left = {
    $filter: { input: { $ifNull: ['$outbox', []] }, cond: { $not: { $in: ['$$this.id', sent] } } },
  };
  return {
    updateOne: {
      filter: { _id: _id as never },
      update: [
        { $set: { outbox: left } },
        { $set: { outboxLease: { $cond: [{ $eq: ['$outbox', []] }, '$$REMOVE', '$outboxLease'] } } },
      ],
    },
  };
};
