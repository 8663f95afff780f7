import { dueWorkOf } from '../domain/due-work.ts';
import type { Order } from '../domain/order.ts';
import type { DueField } from './order-document.ts';

export interface DueUpdate {
  $set?: Record<string, unknown>;
  $unset?: Record<string, true>;
}

/**
 * How the due work of a document changes when its order does. Work that somebody else has claimed keeps its lease
 * and only changes its kind: a refund waits until the charge under way has ended or its holder is gone.
 */
export const dueAfter = (
  order: Order,
  options: { current: DueField | undefined; finishedClaim: string | undefined; now: Date },
): DueUpdate => {
  const { current, finishedClaim, now } = options;
  const next = dueWorkOf(order, now.toISOString());
  if (!next) return current ? { $unset: { due: true } } : {};
  const fresh: DueField = { kind: next.kind, at: new Date(next.at), attempts: 0 };
  if (!current || current.claimId === finishedClaim) {
    const isSame = current && !finishedClaim && current.kind === next.kind;
    return isSame ? {} : { $set: { due: fresh } };
  }
  if (current.kind === next.kind) return {};
  return { $set: { 'due.kind': next.kind, 'due.attempts': 0 } };
};
