import { gather } from '@quayside/runtime';
import type { Db } from 'mongodb';
import type { FormerBuyers } from '../usecases/former-buyers.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

export const createMongoFormerBuyers = (db: Db): FormerBuyers => {
  const buyers = db.collection<{ _id: string }>('formerBuyers', { writeConcern: { w: 'majority' } });
  const include = gather(async (ids: readonly string[]) => {
    const found = await buyers.find({ _id: { $in: ids as string[] } }).toArray();
    const known = new Set(found.map(({ _id }) => _id));
    return ids.map((id) => known.has(id));
  });
  return {
    remember: async (buyerId) => {
      const itself = { _id: buyerId };
      await answerOrUnavailable(buyers.updateOne(itself, { $setOnInsert: itself }, { upsert: true }));
    },
    include: (buyerId) => answerOrUnavailable(include(buyerId)),
  };
};
