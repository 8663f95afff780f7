import { dueUpdate, type DueField } from '@quayside/mongo';
import { dueWorkOf, type DueWorkKind } from '../domain/due-work.ts';
import type { Order } from '../domain/order.ts';

/** How the due work of an order's document changes when its order does. */
export const dueAfter = (
  order: Order,
  options: { current: DueField<DueWorkKind> | undefined; finishedClaim: string | undefined; now: Date },
) => {
  const next = dueWorkOf(order, options.now.toISOString());
  return dueUpdate(next && { kind: next.kind, at: new Date(next.at) }, options);
};
