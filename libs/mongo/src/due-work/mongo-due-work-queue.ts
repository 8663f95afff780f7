import { randomUUID } from 'node:crypto';
import {
  createLeases,
  overdueAfterMs,
  scheduleListeners,
  type ClaimedWork,
  type DueWorkQueue,
} from '@quayside/due-work';
import type { Collection, Filter, UpdateFilter } from 'mongodb';
import type { WithDueWork } from './due-field.ts';

/**
 * A claim need not survive a failover: lost, it ends early, and that work may then run twice is what every piece of it
 * already stands. Not waiting for the journal makes claiming ten times quicker.
 */
const claimConcern = { writeConcern: { w: 1, journal: false } } as const;

const claimedFields = { 'due.kind': 1, 'due.attempts': 1, correlationId: 1, traceparent: 1 } as const;
const afterClaim = { ...claimConcern, returnDocument: 'after', projection: claimedFields } as const;

type Owing = WithDueWork & { _id: string };
type KindIn<T extends Owing> = NonNullable<T['due']>['kind'];

/** A claim on work that is not due yet: the write that makes it due makes it this process's, too. */
interface ClaimAhead<Kind extends string> {
  readonly kind: Kind;
  readonly claimId: string;
  readonly until: Date;
  /** The write is made: the work of this document, in the flow that made it. */
  of(id: string, flow: Pick<ClaimedWork, 'correlationId' | 'traceparent'>): ClaimedWork<Kind>;
}

interface MongoDueWorkQueue<Kind extends string> extends DueWorkQueue<Kind> {
  claimAhead(kind: Kind, leaseMs: number): ClaimAhead<Kind>;
}

/**
 * Due work lives in the documents that owe it: see `WithDueWork` for their fields, `dueUpdate` for how a write makes
 * and ends work, and `dueWorkIndex`. Claiming moves the due time to the end of the lease. A single piece is claimed in
 * two round trips, a batch of any size in three.
 */
export const createMongoDueWorkQueue = <T extends Owing>(options: {
  collection: Collection<T>;
  now: () => Date;
}): MongoDueWorkQueue<KindIn<T>> => {
  const { now } = options;
  const documents = options.collection as unknown as Collection<Owing>;
  const leases = createLeases(now);
  const listeners = scheduleListeners();

  const claimMany = async (
    ids: string[],
    due: Filter<Owing>,
    claim: UpdateFilter<Owing>,
    claimId: string,
  ) => {
    const { modifiedCount } = await documents.updateMany({ _id: { $in: ids }, ...due }, claim, claimConcern);
    if (modifiedCount === 0) return [];
    return documents
      .find({ _id: { $in: ids }, 'due.claimId': claimId }, { projection: claimedFields })
      .toArray();
  };

  const toWork = ({ _id, due, correlationId, traceparent }: Owing, claimId: string, until: Date) =>
    leases.hold<KindIn<T>>(
      {
        id: _id,
        kind: due?.kind as KindIn<T>,
        attempt: due?.attempts ?? 1,
        claimId,
        correlationId,
        traceparent,
      },
      until,
    );

  return {
    ...listeners,

    claimAhead(kind, leaseMs) {
      const claimId = randomUUID();
      const until = leases.endOf(leaseMs);
      return {
        kind,
        claimId,
        until,
        of: (id, { correlationId, traceparent }) =>
          leases.hold({ id, kind, attempt: 1, claimId, correlationId, traceparent }, until),
      };
    },

    async nextDueAt(kinds) {
      const next = await documents.findOne(
        { 'due.kind': { $in: [...kinds] } },
        { sort: { 'due.at': 1 }, projection: { _id: 0, 'due.at': 1 } },
      );
      return next?.due?.at;
    },

    async claim(kinds, { limit, leaseMs }) {
      const claimId = randomUUID();
      const until = leases.endOf(leaseMs);
      const due = { 'due.kind': { $in: [...kinds] }, 'due.at': { $lte: now() } };
      const found = await documents
        .find(due, { projection: { _id: 1 } })
        .sort({ 'due.at': 1 })
        .limit(limit)
        .toArray();
      if (found.length === 0) return [];
      const claim = {
        $set: { 'due.at': until, 'due.claimId': claimId },
        $inc: { 'due.attempts': 1 },
      };
      const [first, ...others] = found.map(({ _id }) => _id);
      const ours =
        others.length === 0
          ? [await documents.findOneAndUpdate({ _id: first as string, ...due }, claim, afterClaim)]
          : await claimMany([first as string, ...others], due, claim, claimId);
      return ours.flatMap((document) => (document ? [toWork(document, claimId, until)] : []));
    },

    async renew(work, leaseMs) {
      const until = leases.endOf(leaseMs);
      const { matchedCount } = await documents.updateOne(
        { _id: work.id, 'due.claimId': work.claimId },
        { $set: { 'due.at': until } },
        claimConcern,
      );
      leases.extend(work, matchedCount === 1 ? until : undefined);
      return matchedCount === 1;
    },

    async backlog() {
      const owing = { 'due.kind': { $exists: true } };
      const first = { sort: { 'due.at': 1 }, projection: { _id: 0, 'due.at': 1 } } as const;
      const [waiting, overdue, oldest] = await Promise.all([
        documents.countDocuments(owing),
        documents.countDocuments({
          ...owing,
          'due.at': { $lte: new Date(now().getTime() - overdueAfterMs) },
        }),
        documents.findOne({ ...owing, 'due.at': { $lte: now() } }, first),
      ]);
      return { waiting, overdue, ...(oldest?.due && { oldestAt: oldest.due.at }) };
    },

    async postpone(work, until) {
      await documents.updateOne(
        { _id: work.id, 'due.claimId': work.claimId },
        { $set: { 'due.at': until }, $unset: { 'due.claimId': true } },
      );
      listeners.scheduled(until);
    },
  };
};
