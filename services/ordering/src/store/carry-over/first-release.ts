import type { Totals } from '@quayside/contracts/money';
import type { HistoryEntry, OrderDetails } from '../../domain/order.ts';

/** An order as release 0.1 kept it: one status for order, payment and parcels. */
export type FirstReleaseOrder = Omit<OrderDetails, 'price'> & {
  readonly totals: Totals;
  readonly status:
    | 'submitted'
    | 'awaiting-validation'
    | 'stock-confirmed'
    | 'paid'
    | 'shipped'
    | 'delivered'
    | 'refunding'
    | 'cancelled';
  readonly payment:
    | { readonly state: 'none' | 'begun' }
    | { readonly state: 'charged'; readonly chargeId: string }
    | { readonly state: 'refunded'; readonly chargeId: string; readonly refundId: string };
  readonly graceEndsAt?: string;
  readonly reason?: string;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};
