import { mongoAuditLog } from '@quayside/mongo';
import type { Db } from 'mongodb';
import { OrderNotFound } from '../domain/order-error.ts';
import type { OrderNote, OwedWork, StaffOrderFile } from '../usecases/staff-order.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import { createMongoInvoiceReads } from './mongo-invoice-reads.ts';
import { orderCollection, type OrderDocument } from './order-document.ts';

type Owing = Pick<OrderDocument, 'due' | 'dueFailure'>;

const owedBy = ({ due, dueFailure }: Owing): OwedWork | undefined => {
  if (!due) return undefined;
  const failure = dueFailure?.kind === due.kind && due.attempts > 0 ? dueFailure : undefined;
  return {
    ...{ kind: due.kind, at: due.at.toISOString(), attempts: due.attempts },
    isUnderWay: due.claimId !== undefined,
    ...(failure && { failure: { at: failure.at.toISOString(), message: failure.message } }),
  };
};

const shown = { state: 1, timeline: 1, notes: 1, due: 1, dueFailure: 1 } as const;

/** All that is on file of an order, in three reads. */
export const createStaffOrderFile = (db: Db): StaffOrderFile => {
  const orders = orderCollection(db);
  const { ofOrders } = createMongoInvoiceReads(db);
  return {
    async read(orderId) {
      const read = answerOrUnavailable(orders.findOne({ _id: orderId }, { projection: shown }));
      const [found, invoices] = await Promise.all([read, ofOrders([orderId])]);
      if (!found) throw new OrderNotFound(orderId);
      const { state: order, timeline = [], notes = [] } = found;
      const owes = owedBy(found);
      const ids = [...timeline, ...notes].flatMap(({ staffId }) => staffId ?? []);
      const names = await answerOrUnavailable(mongoAuditLog.namesOf(db, [...new Set(ids)]));
      return { order, timeline, notes, invoices, names, ...(owes && { owes }) };
    },

    async addNote(orderId, note, by) {
      const whole: OrderNote = { ...note, staffId: by.id };
      const outcome = await answerOrUnavailable(
        mongoAuditLog.inTransaction(db, async (session) => {
          const written = await orders.updateOne(
            { _id: orderId, 'notes.id': { $ne: note.id } },
            { $push: { notes: whole }, $set: { notedAt: new Date(note.at) } },
            { session },
          );
          if (written.matchedCount === 0) return 'missed';
          await mongoAuditLog.append(db, session, by, {
            action: 'noted',
            entity: 'order',
            entityId: orderId,
          });
          return 'matched';
        }),
      );
      if (outcome === 'matched') return;
      const isThere = await answerOrUnavailable(orders.countDocuments({ _id: orderId }, { limit: 1 }));
      if (isThere === 0) throw new OrderNotFound(orderId);
    },
  };
};
