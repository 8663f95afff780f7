import { hostname } from 'node:os';
import type { ServiceStore } from '@quayside/messaging';
import type { Collection, Db, Document } from 'mongodb';
import { z } from 'zod';
import { connectMongo } from './connect-mongo.ts';
import { createDocumentOutboxRelay, type DocumentOutboxRelay } from './document-outbox-relay.ts';
import { mongoIsAway } from './mongo-is-away.ts';

/** The variable by which a process finds its database. */
export const mongoConfig = {
  // Not a URL to Node: a replica set is named by all its members, separated by commas.
  MONGODB_URL: z
    .string()
    .regex(
      /^mongodb(\+srv)?:\/\/[^\s/]+\/[^\s/?]+(\?\S*)?$/,
      'must be mongodb://host[,host…]/database?replicaSet=name',
    )
    .describe('MongoDB replica set, with the database name'),
};

/**
 * A MongoDB database as a service stands on it: there once it answers and what `prepare` makes, such as indexes, is
 * made. Events leave from the documents of the collection `outbox`; handlers record the events in their own documents.
 */
export const mongoStore = <T extends Document>(options: {
  outbox: (db: Db) => Collection<T>;
  /** Safe to repeat. */
  prepare: (db: Db) => Promise<void>;
}): ServiceStore<{ MONGODB_URL: string }, { db: Db; outbox: DocumentOutboxRelay }, undefined> => ({
  open: ({ config, name, publisher, logger }) => {
    const mongo = connectMongo({ url: config.MONGODB_URL, application: name });
    const db = mongo.db();
    const owner = `${hostname()}:${process.pid}`;
    const relay = createDocumentOutboxRelay({ collection: options.outbox(db), publisher, logger, owner });
    return {
      name: 'mongodb',
      access: { db, outbox: relay },
      isAway: mongoIsAway,
      check: async () => void (await db.command({ ping: 1 })),
      prepare: async () => {
        // A client whose first connection failed stays closed for every operation until somebody connects it again.
        await mongo.connect();
        await options.prepare(db);
      },
      relay,
      close: () => mongo.close(),
    };
  },
});
