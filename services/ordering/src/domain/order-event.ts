import type { Actor, OrderDetails } from './order.ts';

interface Happened {
  readonly at: string;
  readonly by: Actor;
}

export type OrderEvent = Happened &
  (
    | { readonly type: 'order-submitted'; readonly details: OrderDetails; readonly graceEndsAt: string }
    | { readonly type: 'grace-period-ended' }
    | { readonly type: 'stock-confirmed' }
    | { readonly type: 'charge-begun' }
    | { readonly type: 'order-paid'; readonly chargeId: string }
    /** Money has moved or may have: it goes back before the order ends cancelled. */
    | { readonly type: 'refund-begun'; readonly reason: string }
    /** A charge surfaced although the order was being, or had been, cancelled. */
    | { readonly type: 'charge-found'; readonly chargeId: string }
    | { readonly type: 'order-refunded'; readonly refundId: string }
    | { readonly type: 'order-cancelled'; readonly reason: string }
    | { readonly type: 'buyer-anonymised' }
  );
