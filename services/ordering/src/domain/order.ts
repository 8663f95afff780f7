import type { Money, PriceBreakdown, Totals } from '@quayside/contracts/money';
import type { Cancellation, Return, Shipment } from './fulfilment-entry.ts';
import type { PaymentEntry } from './payment-entry.ts';

export interface Buyer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Who bought without an account; `id` is then that of their session. */
  readonly isGuest?: true;
  /** How a guest is written to; gone with the person. */
  readonly reach?: GuestReach;
  /** Where the order was to go before, the first first: papers keep the address they were issued with. */
  readonly formerAddresses?: readonly FormerAddress[];
}

interface FormerAddress {
  readonly address: Address;
  /** The version of the order that has another one. */
  readonly replacedBy: number;
  /** Of the request that changed it. */
  readonly requestId: string;
}

export interface GuestReach {
  /** BCP 47. */
  readonly locale: string;
  /** What links to the order are signed with: without it, those that are out there open nothing. */
  readonly linkKey: string;
  /** When the guest asked for the latest links. */
  readonly linksAskedAt: readonly string[];
}

export interface Address {
  readonly name: string;
  readonly company?: string | undefined;
  readonly street: string;
  readonly street2?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country: string;
  readonly phone?: string | undefined;
}

interface OrderLine {
  readonly itemId: number;
  readonly name: string;
  /** In other languages. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly unitPrice: Money;
  readonly quantity: number;
  readonly pictureUrl: string;
}

/** Who moved the order. */
export type Actor = 'buyer' | 'admin' | 'ordering' | 'catalog' | 'payment';

/** Where an order stands, in one word for people and for the API. */
export type OrderStatus =
  | 'submitted'
  | 'awaiting-validation'
  | 'stock-confirmed'
  | 'payment-declined'
  | 'paid'
  | 'partly-shipped'
  | 'shipped'
  | 'delivered'
  | 'partly-refunded'
  | 'refunded'
  | 'returned'
  | 'refunding'
  | 'cancelled';

export interface HistoryEntry {
  readonly status: OrderStatus;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly by: Actor;
  readonly reason?: string;
}

export interface OrderDetails {
  readonly id: string;
  readonly number: string;
  readonly buyer: Buyer;
  readonly shippingAddress: Address;
  readonly lines: readonly OrderLine[];
  /** What each line and the shipping cost and why; `totals` are its sums. */
  readonly price: PriceBreakdown;
  readonly totals: Totals;
  /** Stands for the card of the latest attempt to pay at the payment company; never card data. */
  readonly paymentToken: string;
  readonly submittedAt: string;
}

/** The first of the three axes of an order; payment and fulfilment are the others. */
export type Progress =
  | { readonly stage: 'submitted'; readonly graceEndsAt: string }
  | { readonly stage: 'awaiting-validation' }
  /** `payUntil`: a card was declined; until then the stock is held for another one. */
  | { readonly stage: 'confirmed'; readonly payUntil?: string }
  /** All that was not cancelled is delivered. */
  | { readonly stage: 'completed' }
  | { readonly stage: 'cancelled'; readonly reason: string };

export interface Order extends OrderDetails {
  readonly progress: Progress;
  readonly payment: {
    /** Which attempt to pay is the latest, from 1: each has an idempotency key of its own. */
    readonly attempt: number;
    readonly ledger: readonly PaymentEntry[];
  };
  readonly fulfilment: {
    readonly shipments: readonly Shipment[];
    readonly cancellations: readonly Cancellation[];
    readonly returns: readonly Return[];
  };
  /** `statusOf` the three axes. */
  readonly status: OrderStatus;
  readonly history: readonly HistoryEntry[];
  /** Counts the domain events of this order, from 1. */
  readonly version: number;
}
