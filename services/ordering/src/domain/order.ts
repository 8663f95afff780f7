import type { Money, Totals } from '@quayside/contracts/money';

interface Buyer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

interface Address {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly state?: string | undefined;
  readonly postalCode: string;
  readonly country: string;
}

interface OrderLine {
  readonly itemId: number;
  readonly name: string;
  readonly unitPrice: Money;
  readonly quantity: number;
  readonly pictureUrl: string;
}

/** Who moved the order. */
export type Actor = 'buyer' | 'admin' | 'ordering' | 'catalog' | 'payment';

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
  readonly totals: Totals;
  /** Stands for the card at the payment company; never card data. */
  readonly paymentToken: string;
  readonly submittedAt: string;
}

interface NotCharged {
  readonly state: 'none';
}
/** The payment company may have been asked: only its own word tells whether money moved. */
interface ChargeBegun {
  readonly state: 'begun';
}
interface Charged {
  readonly state: 'charged';
  readonly chargeId: string;
}
interface Refunded {
  readonly state: 'refunded';
  readonly chargeId: string;
  readonly refundId: string;
}

export type OrderState =
  | { readonly status: 'submitted'; readonly payment: NotCharged; readonly graceEndsAt: string }
  | { readonly status: 'awaiting-validation'; readonly payment: NotCharged }
  | { readonly status: 'stock-confirmed'; readonly payment: NotCharged | ChargeBegun }
  | { readonly status: 'paid' | 'shipped' | 'delivered'; readonly payment: Charged }
  | { readonly status: 'refunding'; readonly payment: ChargeBegun | Charged; readonly reason: string }
  /** `charged` here: a charge that surfaced after the cancellation and is still to be refunded. */
  | {
      readonly status: 'cancelled';
      readonly payment: NotCharged | Charged | Refunded;
      readonly reason: string;
    };

export type OrderStatus = OrderState['status'];

export type Order = OrderDetails &
  OrderState & {
    readonly history: readonly HistoryEntry[];
    /** Counts the domain events of this order, from 1. */
    readonly version: number;
  };
