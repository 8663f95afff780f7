import { hostname } from 'node:os';
import type { ServiceStore } from '@quayside/messaging';
import type { Collection, Db, Document } from 'mongodb';
import { markUrl } from '@quayside/runtime';
import { z } from 'zod';
import { connectMongo } from './connect-mongo.ts';
import { documentOutboxBacklog } from './document-outbox-backlog.ts';
import { createDocumentOutboxRelay, type DocumentOutboxRelay } from './document-outbox-relay.ts';
import { joinedRelays } from './joined-relays.ts';
import { mongoIsAway } from './mongo-is-away.ts';

/** The variable by which a process finds its database. */
export const mongoConfig = {
  // Not a URL to Node: a replica set is named by all its members, separated by commas.
  MONGODB_URL: markUrl(
    z
      .string()
      .regex(
        /^mongodb(\+srv)?:\/\/[^\s/]+\/[^\s/?]+(\?\S*)?$/,
        'must be mongodb://host[,host…]/database?replicaSet=name',
      )
      .describe('MongoDB replica set, with the database name'),
  ),
};

/** Each collection whose documents hold an outbox, by a name of the service's own. */
type Outboxes<Name extends string> = Record<Name, (db: Db) => unknown>;

/**
 * A MongoDB database as a service stands on it: there once it answers and what `prepare` makes, such as indexes, is
 * made. Events leave from the documents of the collections `outboxes`, each by a relay of its own; handlers record the
 * events in their own documents.
 */
export const mongoStore = <Name extends string>(options: {
  outboxes: Outboxes<Name>;
  /** Safe to repeat. */
  prepare: (db: Db) => Promise<void>;
}): ServiceStore<
  { MONGODB_URL: string },
  { db: Db; outboxes: Record<Name, DocumentOutboxRelay> },
  undefined
> => ({
  open: ({ config, name, publisher, logger }) => {
    const mongo = connectMongo({ url: config.MONGODB_URL, application: name });
    const db = mongo.db();
    const owner = `${hostname()}:${process.pid}`;
    const collections = Object.entries<(db: Db) => unknown>(options.outboxes).map(
      ([of, collectionIn]) => [of, collectionIn(db) as Collection<Document>] as const,
    );
    const relays = collections.map(
      ([of, collection]) =>
        [of, createDocumentOutboxRelay({ collection, publisher, logger, owner })] as const,
    );
    const outboxes = Object.fromEntries(relays) as Record<Name, DocumentOutboxRelay>;
    return {
      name: 'mongodb',
      access: { db, outboxes },
      isAway: mongoIsAway,
      check: async () => void (await db.command({ ping: 1 })),
      prepare: async () => {
        // A client whose first connection failed stays closed for every operation until somebody connects it again.
        await mongo.connect();
        await options.prepare(db);
      },
      outboxBacklog: () => documentOutboxBacklog(collections.map(([, collection]) => collection)),
      relay: joinedRelays(Object.values(outboxes)),
      close: () => mongo.close(),
    };
  },
});
