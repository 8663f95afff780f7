import type { Order } from './order.ts';
import { unreachable } from './unreachable.ts';

export type DueWorkKind = 'end-grace-period' | 'charge' | 'refund';

export interface DueWork {
  readonly kind: DueWorkKind;
  /** Not before this time. */
  readonly at: string;
}

/** What the worker owes this order next. It follows from the state alone, so it cannot be forgotten. */
export const dueWorkOf = (order: Order, now: string): DueWork | undefined => {
  switch (order.status) {
    case 'submitted':
      return { kind: 'end-grace-period', at: order.graceEndsAt };
    case 'stock-confirmed':
      return { kind: 'charge', at: now };
    case 'refunding':
      return { kind: 'refund', at: now };
    case 'cancelled':
      return order.payment.state === 'charged' ? { kind: 'refund', at: now } : undefined;
    case 'awaiting-validation':
    case 'paid':
    case 'shipped':
    case 'delivered':
      return undefined;
    default:
      return unreachable(order);
  }
};
