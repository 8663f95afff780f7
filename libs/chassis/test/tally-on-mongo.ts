import { mongoConfig, mongoIsAway, mongoStore, type WithOutbox } from '@quayside/mongo';
import type { Db } from 'mongodb';
import { defineService, serviceConfig } from '../src/index.ts';
import { partsOf, type Tally } from './tally.ts';

interface Counted extends WithOutbox {
  _id: number;
  handled?: string[];
}

const tallies = (db: Db) => db.collection<Counted>('tallies');

export const tallyOnMongo = defineService({
  name: 'tally',
  config: serviceConfig(mongoConfig),
  store: mongoStore({
    outboxes: { tallies },
    prepare: async (db) => void (await tallies(db).createIndex({ handled: 1 })),
  }),
  build: ({ store: { db, outboxes } }) => {
    const tally: Tally<undefined> = {
      publish: async (event) => {
        const _id = Number(event.subject);
        const write = { $set: outboxes.tallies.leaseFields(), $push: { outbox: event } };
        await tallies(db).updateOne({ _id }, write, { upsert: true });
        outboxes.tallies.afterWrite(_id);
      },
      count: async (itemId, eventId) => {
        const write = { $addToSet: { handled: eventId } };
        await tallies(db).updateOne({ _id: itemId }, write, { upsert: true });
      },
      counted: async (itemId) => (await tallies(db).findOne({ _id: itemId }))?.handled?.length ?? 0,
    };
    return partsOf(tally, mongoIsAway);
  },
});
