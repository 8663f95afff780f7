import type { Db } from 'mongodb';
import { listedOrder } from '../listed-order.ts';
import { orderCollection } from '../order-document.ts';

const batchSize = 500;
const name = 'orders-listed';

/**
 * Gives orders that were written before there was a list of them what it finds them by. Safe to repeat, to break off,
 * and to run twice at once; what is done is recorded, so that later starts look for nothing.
 */
export const listOrders = async (db: Db, { now }: { now: () => Date }): Promise<number> => {
  const done = db.collection<{ _id: string; at: Date }>('migrations', { writeConcern: { w: 'majority' } });
  if (await done.findOne({ _id: name })) return 0;
  const orders = orderCollection(db);
  const isNotListed = { listed: { $exists: false } };
  let listed = 0;
  for (;;) {
    const found = await orders
      .find(isNotListed, { projection: { state: 1, version: 1 }, limit: batchSize })
      .toArray();
    if (found.length === 0) break;
    const writes = found.map(({ _id, version, state }) => ({
      updateOne: {
        filter: { _id, version, ...isNotListed },
        update: { $set: { listed: listedOrder(state) } },
      },
    }));
    listed += (await orders.bulkWrite(writes, { ordered: false })).modifiedCount;
  }
  await done.updateOne({ _id: name }, { $setOnInsert: { _id: name, at: now() } }, { upsert: true });
  return listed;
};
