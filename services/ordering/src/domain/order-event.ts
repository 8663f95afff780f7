import type { Cancellation, Return, Shipment, Units } from './fulfilment-entry.ts';
import type { Actor, Address, Buyer, OrderDetails } from './order.ts';
import type { BuyerVisit, RefundEntry } from './payment-entry.ts';

interface Happened {
  readonly at: string;
  readonly by: Actor;
}

type PaymentEvent =
  | { readonly type: 'charge-begun'; readonly key: string }
  /** The payment company wants something of the buyer first. */
  | {
      readonly type: 'buyer-asked';
      readonly key: string;
      readonly visit: Pick<BuyerVisit, 'kind' | 'url' | 'until'>;
    }
  | { readonly type: 'visit-ended'; readonly key: string; readonly isGivenUp: boolean }
  | { readonly type: 'order-paid'; readonly key: string; readonly chargeId: string }
  | {
      readonly type: 'charge-declined';
      readonly key: string;
      readonly reason: string;
      readonly payUntil: string;
    }
  | { readonly type: 'charge-ruled-out'; readonly key: string }
  /** The buyer pays with another card, or otherwise. */
  | { readonly type: 'payment-retried'; readonly paymentToken: string }
  /** A charge surfaced that nobody wants any more: of a cancelled order, or of a former attempt. */
  | { readonly type: 'charge-found'; readonly key: string; readonly chargeId: string }
  | {
      readonly type: 'refund-begun';
      readonly refund: Omit<RefundEntry, 'kind' | 'state' | 'reference' | 'at'>;
    }
  | { readonly type: 'order-refunded'; readonly key: string; readonly refundId: string };

type FulfilmentEvent =
  | { readonly type: 'lines-cancelled'; readonly cancellation: Omit<Cancellation, 'at'> }
  | {
      readonly type: 'shipment-prepared';
      readonly shipment: Pick<Shipment, 'id' | 'lines' | 'carrier' | 'tracking'>;
    }
  | {
      readonly type: 'shipment-shipped';
      readonly shipmentId: string;
      readonly carrier?: string | undefined;
      readonly tracking?: string | undefined;
    }
  | { readonly type: 'shipment-delivered'; readonly shipmentId: string }
  | { readonly type: 'return-requested'; readonly return: Pick<Return, 'id' | 'lines' | 'reason'> }
  | { readonly type: 'return-approved'; readonly returnId: string }
  | { readonly type: 'return-refused'; readonly returnId: string; readonly refusal: string }
  | { readonly type: 'return-received'; readonly returnId: string; readonly restocked: readonly Units[] }
  /** Without money, as there was none to give back; else `order-refunded` says it. */
  | { readonly type: 'return-settled'; readonly returnId: string };

export type OrderEvent = Happened &
  (
    | { readonly type: 'order-submitted'; readonly details: OrderDetails; readonly graceEndsAt: string }
    | { readonly type: 'grace-period-ended' }
    | { readonly type: 'stock-confirmed' }
    | PaymentEvent
    | FulfilmentEvent
    /** All that was not cancelled is delivered. */
    | { readonly type: 'order-completed' }
    | { readonly type: 'order-cancelled'; readonly reason: string }
    | { readonly type: 'address-changed'; readonly requestId: string; readonly shippingAddress: Address }
    | { readonly type: 'buyer-anonymised' }
    | { readonly type: 'link-requested' }
    | { readonly type: 'order-claimed'; readonly buyer: Pick<Buyer, 'id' | 'name' | 'email'> }
  );
