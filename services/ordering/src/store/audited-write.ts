import { mongoAuditLog } from '@quayside/mongo';
import type { Db } from 'mongodb';
import type { MongoOrderStoreOptions } from './mongo-order-store.ts';
import type { OrderCollection } from './order-document.ts';

/** A guarded write and its entry in the audit log, in one transaction. */
export const createAuditedWrite =
  (db: Db, orders: OrderCollection): MongoOrderStoreOptions['writeAudited'] =>
  ({ filter, update }, by, change) =>
    mongoAuditLog.inTransaction(db, async (session) => {
      const { matchedCount } = await orders.updateOne(filter, update, { session });
      if (matchedCount === 0) return 'missed';
      await mongoAuditLog.append(db, session, by, change);
      return 'matched';
    });
