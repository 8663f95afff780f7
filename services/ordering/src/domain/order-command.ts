import type { Actor, OrderDetails } from './order.ts';

interface Asked {
  readonly at: string;
}

export type OrderCommand = Asked &
  (
    | { readonly type: 'submit-order'; readonly details: OrderDetails; readonly graceEndsAt: string }
    | { readonly type: 'end-grace-period' }
    | { readonly type: 'confirm-stock' }
    | { readonly type: 'reject-stock'; readonly reason: string }
    | { readonly type: 'begin-charge' }
    | { readonly type: 'record-charge'; readonly chargeId: string }
    | { readonly type: 'record-decline'; readonly reason: string }
    /** The payment company says that it never heard of the charge, and none is under way. */
    | { readonly type: 'rule-out-charge' }
    | { readonly type: 'record-refund'; readonly refundId: string }
    | { readonly type: 'cancel-order'; readonly by: Actor; readonly reason: string }
    | { readonly type: 'anonymise-buyer' }
  );
