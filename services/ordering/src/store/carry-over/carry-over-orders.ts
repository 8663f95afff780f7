import type { Db } from 'mongodb';
import { dueAfter } from '../due-after.ts';
import { listedOrder } from '../listed-order.ts';
import { orderCollection, type OrderDocument, type ToIntegrationEvents } from '../order-document.ts';
import { noticeOf } from '../order-write.ts';
import type { FirstReleaseOrder } from './first-release.ts';
import { orderOfFirstRelease } from './order-of-first-release.ts';

type FirstReleaseDocument = Omit<OrderDocument, 'state'> & { state: FirstReleaseOrder };

const batchSize = 500;
const name = 'orders-in-three-axes';
const owner = 'carry-over';

/**
 * Brings the orders of release 0.1 onto their three axes, while no process of that release runs. Safe to repeat, to
 * break off, and to run twice at once: each order is written once, guarded by its version. What is done is recorded, so that later starts
 * look for nothing.
 *
 * @returns how many orders were carried over
 */
export const carryOverOrders = async (
  db: Db,
  options: { toIntegrationEvents: ToIntegrationEvents; now: () => Date },
): Promise<number> => {
  const done = db.collection<{ _id: string; at: Date }>('migrations', { writeConcern: { w: 'majority' } });
  if (await done.findOne({ _id: name })) return 0;
  const orders = orderCollection(db);
  const former = orders.find({ 'state.progress': { $exists: false } }, { batchSize });
  let carriedOver = 0;
  let writes: ReturnType<typeof writeOf>[] = [];
  const flush = async (): Promise<void> => {
    if (writes.length === 0) return;
    const { modifiedCount } = await orders.bulkWrite(writes, { ordered: false });
    carriedOver += modifiedCount;
    writes = [];
  };
  for await (const document of former) {
    writes.push(writeOf(document as unknown as FirstReleaseDocument, options));
    if (writes.length === batchSize) await flush();
  }
  await flush();
  const itself = { _id: name, at: options.now() };
  await done.updateOne({ _id: name }, { $setOnInsert: itself }, { upsert: true });
  return carriedOver;
};

/** Its events wait for whichever process runs first. */
const writeOf = (
  document: FirstReleaseDocument,
  { toIntegrationEvents, now }: { toIntegrationEvents: ToIntegrationEvents; now: () => Date },
) => {
  const { order, happened } = orderOfFirstRelease(document.state);
  const at = now();
  const outgoing = toIntegrationEvents(happened);
  const due = dueAfter(order, { current: document.due, finishedClaim: undefined, now: at });
  return {
    updateOne: {
      filter: { _id: document._id, version: document.version, 'state.progress': { $exists: false } },
      update: {
        $set: {
          ...due.$set,
          state: order,
          listed: listedOrder(order),
          version: order.version,
          notice: { ...noticeOf(order, document.notice.at), version: order.version },
          ...(outgoing.length > 0 && { outboxLease: { owner, until: at } }),
        },
        ...(due.$unset && { $unset: due.$unset }),
        ...(outgoing.length > 0 && { $push: { outbox: { $each: [...outgoing] } } }),
      },
    },
  };
};
