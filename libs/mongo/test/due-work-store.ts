import type { OpenDueWorkStore } from '@quayside/due-work/conformance';
import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import { MongoClient } from 'mongodb';
import { createMongoDueWorkQueue, dueUpdate, dueWorkIndex, type WithDueWork } from '../src/index.ts';

interface Alarm extends WithDueWork<'ring' | 'remind'> {
  _id: string;
}

export const openDueWorkStore: OpenDueWorkStore = async (url) => {
  const client = await MongoClient.connect(url, { w: 'majority' });
  const collection = client.db().collection<Alarm>('alarms');
  await collection.createIndexes([dueWorkIndex]);
  return {
    queue: (now) => createMongoDueWorkQueue({ collection, now }),
    add: async ({ id, kind, at }) => {
      const { $set } = dueUpdate({ kind, at }, { current: undefined, finishedClaim: undefined });
      const [correlationId, traceparent] = [currentCorrelationId(), currentTraceparent()];
      const flow = { ...(correlationId && { correlationId }), ...(traceparent && { traceparent }) };
      await collection.updateOne({ _id: id }, { $set: { ...$set, ...flow } }, { upsert: true });
    },
    finish: async ({ id, claimId }) => {
      const alarm = await collection.findOne({ _id: id });
      const { $unset } = dueUpdate(undefined, { current: alarm?.due, finishedClaim: claimId });
      await collection.updateOne({ _id: id }, { $unset: $unset ?? {} });
    },
    clear: async () => void (await collection.deleteMany({})),
    close: () => client.close(),
  };
};
