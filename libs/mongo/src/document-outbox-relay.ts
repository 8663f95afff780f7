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
  /**
   * The write is acknowledged: publish this document's events now.
   *
   * @param written the events, where the outbox held no others but those this relay was told of: they are published
   * without being read back. Absent: the outbox is read
   */
  afterWrite(id: unknown, written?: readonly OutgoingEvent[]): void;
}

/** A document to publish, and its events where they are all known. */
interface DueDocument {
  readonly _id: unknown;
  readonly outbox: readonly OutgoingEvent[] | undefined;
}

const batchSize = 200;
const maxDue = 10_000;

/** What is due of a document of which more became due. */
const joined = (earlier: DueDocument | undefined, later: DueDocument): DueDocument => {
  if (!earlier) return later;
  const outbox = earlier.outbox && later.outbox && [...earlier.outbox, ...later.outbox];
  return { _id: later._id, outbox };
};

/**
 * Events live in the aggregate's own document, so one atomic write stores both. The writer publishes right after its
 * write; should it die, the poll of any process picks the document up when the lease has run out. A publisher always
 * sends all events the document holds, oldest first, and removes only what it sent: so even two at once keep the
 * order of first deliveries, and the lease merely avoids double work. Who knows all that an outbox holds, because it wrote
 * it, need not have it read back.
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

  const lease = (): OutboxLease => ({ owner, until: new Date(Date.now() + leaseMs) });

  const read = async (ids: unknown[]): Promise<DueDocument[]> => {
    if (ids.length === 0) return [];
    const projection = { outbox: 1, outboxLease: 1 };
    const found = (await documents
      .find({ _id: { $in: ids as never[] } }, { projection })
      .toArray()) as unknown as (WithOutbox & { _id: unknown })[];
    return found.filter(({ outboxLease }) => outboxLease).map(({ _id, outbox = [] }) => ({ _id, outbox }));
  };

  /** @returns whether all were published; else they are still due */
  const publishAll = async (taken: readonly DueDocument[]): Promise<boolean> => {
    const known = taken.filter(({ outbox }) => outbox);
    const unknown = taken.filter(({ outbox }) => !outbox);
    const holders = [...known, ...(await read(unknown.map(({ _id }) => _id)))];
    const setAside = async (event: OutgoingEvent): Promise<void> => {
      const holder = holders.find(({ outbox }) => outbox?.includes(event));
      const change = { $pull: { outbox: { id: event.id } }, $push: { outboxRefused: event } };
      await documents.updateOne(
        { _id: holder?._id as never, 'outbox.id': event.id },
        change as unknown as Document,
      );
    };
    const events = holders.flatMap(({ outbox }) => outbox ?? []);
    const published =
      events.length === 0 || (await publishOrSetAside({ publisher, setAside, logger }, events));
    if (published && holders.length > 0) await documents.bulkWrite(holders.map(removal), { ordered: false });
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
      for (const _id of abandoned) due.set(_id, { _id, outbox: undefined });
      if (abandoned.length < batchSize) {
        nextPoll = Date.now() + pollMs;
        if (forgotAt !== undefined && Date.now() > forgotAt + leaseMs) forgotAt = undefined;
      }
    }
    const taken = [...due.values()].slice(0, batchSize);
    // Removed first, so that a write that arrives meanwhile is not forgotten.
    for (const { _id } of taken) due.delete(_id);
    let published = false;
    try {
      published = taken.length === 0 || (await publishAll(taken));
    } finally {
      if (!published) remember(taken);
    }
    return due.size > 0 ? 0 : Math.max(0, nextPoll - Date.now());
  };

  /** To be read again, as some of it may be published. Beyond the bound the poll finds it when its lease has run out. */
  const remember = (taken: readonly DueDocument[]): void => {
    if (due.size >= maxDue) {
      forgotAt = Date.now();
      return;
    }
    for (const { _id } of taken) due.set(_id, { _id, outbox: undefined });
  };

  const loop = createLoop({ name: 'the MongoDB outbox relay', logger, pass });

  return {
    leaseFields: () => ({ outboxLease: lease() }),
    afterWrite: (id, written) => {
      const isAll = written && forgotAt === undefined;
      due.set(id, joined(due.get(id), { _id: id, outbox: isAll ? written : undefined }));
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
const removal = ({ _id, outbox = [] }: DueDocument) => {
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
