import { MongoClient } from 'mongodb';
import type { OutgoingEvent } from '@quayside/messaging';
import type { OpenOutboxStore, OutboxStore } from '@quayside/messaging/conformance';
import type { Logger } from '@quayside/runtime';
import { createDocumentOutboxRelay, type DocumentOutboxRelay, type WithOutbox } from '../src/index.ts';

const subjectOf = (events: readonly OutgoingEvent[]): string => events[0]?.subject ?? '';

interface Aggregate extends WithOutbox {
  _id: string;
  version: number;
}

export const openOutboxStore: OpenOutboxStore = async (url) => {
  const client = await MongoClient.connect(url, { w: 'majority' });
  const collection = client.db().collection<Aggregate>('aggregates');
  const write = async (relay: DocumentOutboxRelay, events: OutgoingEvent[]): Promise<void> => {
    await collection.updateOne(
      { _id: subjectOf(events) },
      { $inc: { version: 1 }, $set: relay.leaseFields(), $push: { outbox: { $each: events } } },
      { upsert: true },
    );
  };
  const createRelay: OutboxStore['createRelay'] = (publisher, logger, { takeoverMs, pollMs }) =>
    createDocumentOutboxRelay({
      collection,
      publisher,
      logger,
      owner: `process ${process.pid}`,
      leaseMs: takeoverMs,
      pollMs,
    });
  return {
    append: async (relay, ...events) => {
      await write(relay as DocumentOutboxRelay, events);
      (relay as DocumentOutboxRelay).afterWrite(subjectOf(events));
    },
    appendAndDie: (...events) => {
      const dead = createDocumentOutboxRelay({
        collection,
        publisher: { publish: () => Promise.reject(new Error('dead')) },
        logger: undefined as unknown as Logger,
        owner: 'dead',
        leaseMs: 100,
      });
      return write(dead, events);
    },
    createRelay,
    refused: async () => {
      const documents = await collection.find().toArray();
      return documents.flatMap(({ outboxRefused }) => outboxRefused ?? []);
    },
    close: () => client.close(),
  };
};
