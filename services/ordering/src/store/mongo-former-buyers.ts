import type { Db } from 'mongodb';
import type { FormerBuyers } from '../usecases/former-buyers.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';

export const createMongoFormerBuyers = (db: Db): FormerBuyers => {
  const buyers = db.collection<{ _id: string }>('formerBuyers', { writeConcern: { w: 'majority' } });
  return {
    remember: async (buyerId) => {
      const itself = { _id: buyerId };
      await answerOrUnavailable(buyers.updateOne(itself, { $setOnInsert: itself }, { upsert: true }));
    },
    include: async (buyerId) => (await answerOrUnavailable(buyers.findOne({ _id: buyerId }))) !== null,
  };
};
