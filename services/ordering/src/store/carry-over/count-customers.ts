import type { Db } from 'mongodb';
import { createCustomerCounts, customerCollection, type ToCustomerEvent } from '../mongo-customers.ts';
import { orderCollection } from '../order-document.ts';

const batchSize = 200;
/** As if their writer had died: whoever polls next publishes them. */
const leftToOthers = {
  leaseFields: () => ({ outboxLease: { owner: 'the first count', until: new Date() } }),
  afterWrite: () => undefined,
};
const name = 'customers-counted';

/** Counts the customers of all orders that are there. Safe to repeat, to break off, and to run twice at once. */
export const countAllCustomers = async (db: Db, toEvent: ToCustomerEvent): Promise<number> => {
  const orders = orderCollection(db);
  const counts = createCustomerCounts({
    customers: customerCollection(db),
    orders,
    toEvent,
    relay: leftToOthers,
  });
  const buyers = orders.aggregate<{ _id: string }>([
    { $match: { 'state.buyer.email': { $ne: '' } } },
    { $group: { _id: '$buyerId' } },
  ]);
  let total = 0;
  let batch: string[] = [];
  const flush = async () => {
    await counts.count(batch);
    total += batch.length;
    batch = [];
  };
  for await (const { _id } of buyers) {
    batch.push(_id);
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  return total;
};

/** Counts the customers of orders that were there before anybody was counted; what is done is recorded. */
export const countCustomers = async (
  db: Db,
  { toEvent, now }: { toEvent: ToCustomerEvent; now: () => Date },
): Promise<number> => {
  const done = db.collection<{ _id: string; at: Date }>('migrations', { writeConcern: { w: 'majority' } });
  if (await done.findOne({ _id: name })) return 0;
  const total = await countAllCustomers(db, toEvent);
  await done.updateOne({ _id: name }, { $setOnInsert: { _id: name, at: now() } }, { upsert: true });
  return total;
};
