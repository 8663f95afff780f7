import type { RefundRequest } from '@quayside/contracts/money';
import type { Return, Shipment, Units } from './fulfilment-entry.ts';
import type { AddressFault } from './order-error.ts';
import type { BuyerVisit } from './payment-entry.ts';
import type { Actor, Address, Buyer, OrderDetails } from './order.ts';
import type { RefundLimits } from './refund-limit.ts';

interface Asked {
  readonly at: string;
}

type PaymentCommand =
  | { readonly type: 'begin-charge' }
  | {
      readonly type: 'ask-buyer';
      readonly key: string;
      readonly visit: Pick<BuyerVisit, 'kind' | 'url' | 'until'>;
    }
  /** The buyer says to be back from the payment company, or not to go on there. */
  | { readonly type: 'end-visit'; readonly isGivenUp: boolean }
  | { readonly type: 'record-charge'; readonly key: string; readonly chargeId: string }
  /** `payUntil`: how long the stock is held for another card, if this is the first that was declined. */
  | {
      readonly type: 'record-decline';
      readonly key: string;
      readonly reason: string;
      readonly payUntil: string;
    }
  /** The payment company says that it never heard of the charge, and none is under way. */
  | { readonly type: 'rule-out-charge'; readonly key: string }
  | { readonly type: 'pay-again'; readonly paymentToken: string }
  | { readonly type: 'end-stock-hold' }
  | {
      readonly type: 'request-refund';
      readonly requestId: string;
      readonly by: Actor;
      readonly reason: string;
      readonly request: RefundRequest;
      readonly limits?: RefundLimits | undefined;
    }
  | { readonly type: 'record-refund'; readonly key: string; readonly refundId: string };

type FulfilmentCommand =
  | {
      readonly type: 'cancel-lines';
      readonly cancellationId: string;
      readonly lines: readonly Units[];
      readonly by: Actor;
      readonly reason: string;
    }
  | {
      readonly type: 'prepare-shipment';
      readonly shipment: Pick<Shipment, 'id' | 'lines' | 'carrier' | 'tracking'>;
    }
  | {
      readonly type: 'ship';
      readonly shipmentId: string;
      readonly carrier?: string | undefined;
      readonly tracking?: string | undefined;
    }
  /** All that is in no parcel yet. */
  | { readonly type: 'ship-rest'; readonly shipment: Pick<Shipment, 'id' | 'carrier' | 'tracking'> }
  | { readonly type: 'deliver'; readonly shipmentId: string }
  | {
      readonly type: 'request-return';
      readonly return: Pick<Return, 'id' | 'lines' | 'reason'>;
      readonly by: Actor;
    }
  | { readonly type: 'approve-return'; readonly returnId: string }
  | { readonly type: 'refuse-return'; readonly returnId: string; readonly refusal: string }
  | { readonly type: 'receive-return'; readonly returnId: string; readonly restocked: readonly Units[] }
  /** Without an amount: what the units were paid with. */
  | {
      readonly type: 'refund-return';
      readonly returnId: string;
      readonly amount?: RefundRequest['amount'] | undefined;
      readonly limits?: RefundLimits | undefined;
    };

export type OrderCommand = Asked &
  (
    | { readonly type: 'submit-order'; readonly details: OrderDetails; readonly graceEndsAt: string }
    | { readonly type: 'end-grace-period' }
    | { readonly type: 'confirm-stock' }
    | { readonly type: 'reject-stock'; readonly reason: string }
    | { readonly type: 'cancel-order'; readonly by: Actor; readonly reason: string }
    | PaymentCommand
    | FulfilmentCommand
    | {
        readonly type: 'change-address';
        readonly requestId: string;
        readonly shippingAddress: Address;
        /** What is wrong with it by the rules of its country. */
        readonly faults: readonly AddressFault[];
        /** The states of its country, where tax depends on them. */
        readonly taxedStates?: readonly { readonly code: string; readonly name: string }[] | undefined;
      }
    | { readonly type: 'anonymise-buyer' }
    /** A guest lost the link to the order. */
    | { readonly type: 'request-link' }
    /** Somebody showed that the address a guest gave is theirs: the order is of their account from now on. */
    | { readonly type: 'claim-order'; readonly buyer: Pick<Buyer, 'id' | 'name' | 'email'> }
  );

export type Command<Type extends OrderCommand['type']> = Extract<OrderCommand, { type: Type }>;
