import type { Order } from './order.ts';
import type { BuyerVisit } from './payment-entry.ts';
import { awaitedVisit, currentCharge, openCharge, openRefund, payingCharge } from './payment-ledger.ts';
import { unreachable } from './unreachable.ts';

export type DueWorkKind = 'end-grace-period' | 'charge' | 'end-stock-hold' | 'refund';

export interface DueWork {
  readonly kind: DueWorkKind;
  /** Not before this time. */
  readonly at: string;
}

const soonestMs = 1000;
const latestMs = 30_000;

/** When to ask the company what the buyer did: ever more seldom, and anew from when the buyer was back. */
const nextLook = ({ askedAt, backAt = askedAt, until, isGivenUp }: BuyerVisit, now: string): string => {
  if (isGivenUp) return now;
  const waitedMs = Date.parse(now) - Date.parse(backAt);
  const inMs = Math.min(Math.max(waitedMs / 2, soonestMs), latestMs);
  const at = Math.min(Date.parse(now) + inMs, Math.max(Date.parse(until), Date.parse(now)));
  return new Date(at).toISOString();
};

/**
 * What the worker owes this order next. It follows from the state alone, so it cannot be forgotten. `refund` gives back
 * what is to go back, and finds out first whether a charge of a cancelled order was made.
 */
export const dueWorkOf = (order: Order, now: string): DueWork | undefined => {
  const { progress } = order;
  const visit = awaitedVisit(order);
  switch (progress.stage) {
    case 'submitted':
      return { kind: 'end-grace-period', at: progress.graceEndsAt };
    case 'awaiting-validation':
      return undefined;
    case 'confirmed':
      if (payingCharge(order)) break;
      if (visit) return { kind: 'charge', at: nextLook(visit, now) };
      if (currentCharge(order)?.state !== 'declined') return { kind: 'charge', at: now };
      // Money of a former attempt waits that long at most: the stock must not be held for ever because of it.
      return { kind: 'end-stock-hold', at: progress.payUntil ?? now };
    case 'cancelled':
      if (openCharge(order)) return { kind: 'refund', at: now };
      break;
    case 'completed':
      break;
    default:
      return unreachable(progress);
  }
  return openRefund(order) && { kind: 'refund', at: now };
};
