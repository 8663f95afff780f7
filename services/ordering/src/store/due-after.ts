import { dueUpdate, type DueField } from '@quayside/mongo';
import { dueWorkOf, type DueWorkKind } from '../domain/due-work.ts';
import type { Order } from '../domain/order.ts';

/** How the due work of an order's document changes when its order does. */
export const dueAfter = (
  order: Order,
  options: {
    current: DueField<DueWorkKind> | undefined;
    finishedClaim: string | undefined;
    /** What waits for its time is due at once; what somebody is at, they end on the order as it is then. */
    isUrgent?: boolean;
    now: Date;
  },
) => {
  const { current, isUrgent } = options;
  const next = dueWorkOf(order, options.now.toISOString());
  if (next && isUrgent && !current?.claimId)
    return { $set: { due: { kind: next.kind, at: options.now, attempts: 0 } } };
  return dueUpdate(next && { kind: next.kind, at: new Date(next.at) }, options);
};
