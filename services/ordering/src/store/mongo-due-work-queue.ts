import { randomUUID } from 'node:crypto';
import type { ClaimedWork, DueWorkQueue } from '../usecases/due-work-queue.ts';
import type { OrderCollection } from './order-document.ts';

/**
 * A claim need not survive a failover: lost, it ends early, and that work may then run twice is what every piece of it
 * already stands. Not waiting for the journal makes claiming, which goes one by one, ten times quicker.
 */
const claimConcern = { writeConcern: { w: 1, journal: false } } as const;

/**
 * Due work lives in the order's document. Claiming moves its due time to the end of the lease, so one index answers
 * what is due, what comes next, and whose lease has run out.
 */
export const createMongoDueWorkQueue = (options: {
  orders: OrderCollection;
  now: () => Date;
}): DueWorkQueue & { scheduled(at: Date): void } => {
  const { orders, now } = options;
  const leases = new WeakMap<ClaimedWork, { until: number }>();
  const listeners = new Set<(at: Date) => void>();
  const leaseEnd = (leaseMs: number) => new Date(now().getTime() + leaseMs);

  return {
    scheduled: (at) => listeners.forEach((listener) => listener(at)),
    onScheduled: (listener) => void listeners.add(listener),

    async nextDueAt(kinds) {
      const next = await orders.findOne(
        { 'due.kind': { $in: [...kinds] } },
        { sort: { 'due.at': 1 }, projection: { _id: 0, 'due.at': 1 } },
      );
      return next?.due?.at;
    },

    async claim(kind, leaseMs) {
      const claimId = randomUUID();
      const until = leaseEnd(leaseMs);
      const claimed = await orders.findOneAndUpdate(
        { 'due.kind': kind, 'due.at': { $lte: now() } },
        { $set: { 'due.at': until, 'due.claimId': claimId }, $inc: { 'due.attempts': 1 } },
        {
          sort: { 'due.at': 1 },
          returnDocument: 'after',
          ...claimConcern,
          projection: { 'due.attempts': 1, correlationId: 1, traceparent: 1 },
        },
      );
      if (!claimed) return undefined;
      const lease = { until: until.getTime() };
      const work: ClaimedWork = {
        orderId: claimed._id,
        kind,
        attempt: claimed.due?.attempts ?? 1,
        claimId,
        isHeld: () => now().getTime() < lease.until,
        correlationId: claimed.correlationId,
        traceparent: claimed.traceparent,
      };
      leases.set(work, lease);
      return work;
    },

    async renew(work, leaseMs) {
      const until = leaseEnd(leaseMs);
      const { matchedCount } = await orders.updateOne(
        { _id: work.orderId, 'due.claimId': work.claimId },
        { $set: { 'due.at': until } },
        claimConcern,
      );
      const lease = leases.get(work);
      if (lease) lease.until = matchedCount === 1 ? until.getTime() : 0;
      return matchedCount === 1;
    },

    async postpone(work, until) {
      await orders.updateOne(
        { _id: work.orderId, 'due.claimId': work.claimId },
        { $set: { 'due.at': until }, $unset: { 'due.claimId': true } },
      );
      listeners.forEach((listener) => listener(until));
    },
  };
};
