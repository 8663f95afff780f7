import type { Money } from '@quayside/contracts/money';
import type { Order, OrderStatus } from './order.ts';

export type OrderErrorCode =
  | 'order-not-found'
  | 'order-link-invalid'
  | 'email-differs'
  | 'email-not-confirmed'
  | 'order-not-cancellable'
  | 'order-not-payable'
  | 'order-transition-refused'
  | 'order-changed-meanwhile'
  | 'orders-unavailable'
  | 'address-fixed'
  | 'destination-differs'
  | 'address-invalid'
  | 'invoice-not-found'
  | 'nothing-to-print'
  | 'shipment-not-found'
  | 'shipment-exceeds-order'
  | 'return-not-found'
  | 'return-exceeds-delivery'
  | 'return-invalid'
  | 'cancellation-exceeds-order'
  | 'refund-exceeds-charge'
  | 'refund-exceeds-limit'
  | 'refund-invalid'
  | 'idempotency-key-reused'
  | 'stale-version';

abstract class OrderError extends Error {
  abstract readonly code: OrderErrorCode;
}

export class OrderNotFound extends OrderError {
  override readonly name = 'OrderNotFound';
  readonly code = 'order-not-found';

  constructor(id: string) {
    super(`There is no order ${id}`);
  }
}

/** The link is not of this order, is over, or its order is not a guest's any more. */
export class OrderLinkInvalid extends OrderError {
  override readonly name = 'OrderLinkInvalid';
  readonly code = 'order-link-invalid';

  constructor() {
    super('The link does not open this order, or not any more');
  }
}

export class EmailNotConfirmed extends OrderError {
  override readonly name = 'EmailNotConfirmed';
  readonly code = 'email-not-confirmed';

  constructor() {
    super('Nobody has shown that the address of the account is theirs');
  }
}

export class EmailDiffers extends OrderError {
  override readonly name = 'EmailDiffers';
  readonly code = 'email-differs';

  constructor() {
    super('The order was not placed with this e-mail address');
  }
}

export class OrderNotCancellable extends OrderError {
  override readonly name = 'OrderNotCancellable';
  readonly code = 'order-not-cancellable';

  constructor(status: OrderStatus) {
    super(`An order that is ${status} can no longer be cancelled`);
  }
}

/** No card was declined, or the stock is no longer held for another. */
export class OrderNotPayable extends OrderError {
  override readonly name = 'OrderNotPayable';
  readonly code = 'order-not-payable';

  constructor(status: OrderStatus) {
    super(`An order that is ${status} cannot be paid with another card now`);
  }
}

/** Something is packed or gone, or nothing is left to send. */
export class AddressFixed extends OrderError {
  override readonly name = 'AddressFixed';
  readonly code = 'address-fixed';

  constructor() {
    super('Where the order goes can only change while nothing of it is packed, and something is to be sent');
  }
}

/** Prices and taxes would be others. */
export class DestinationDiffers extends OrderError {
  override readonly name = 'DestinationDiffers';
  readonly code = 'destination-differs';

  constructor() {
    super('Prices and taxes are of another place: cancel the order, and let it be ordered anew');
  }
}

export interface AddressFault {
  readonly field: string;
  readonly fault: string;
}

export class AddressInvalid extends OrderError {
  override readonly name = 'AddressInvalid';
  readonly code = 'address-invalid';
  readonly extra: { readonly faults: readonly AddressFault[] };

  constructor(faults: readonly AddressFault[]) {
    super(`Not an address: ${faults.map(({ field, fault }) => `${field} ${fault}`).join(', ')}`);
    this.extra = { faults };
  }
}

/** The order's life has no such transition. */
export class OrderTransitionRefused extends OrderError {
  override readonly name = 'OrderTransitionRefused';
  readonly code = 'order-transition-refused';

  constructor(command: string, status: OrderStatus | 'absent') {
    super(`${command} is not possible for an order that is ${status}`);
  }
}

export class ShipmentNotFound extends OrderError {
  override readonly name = 'ShipmentNotFound';
  readonly code = 'shipment-not-found';

  constructor(id: string) {
    super(`The order has no shipment ${id}`);
  }
}

/** More than was ordered and not cancelled would be in parcels. */
export class ShipmentExceedsOrder extends OrderError {
  override readonly name = 'ShipmentExceedsOrder';
  readonly code = 'shipment-exceeds-order';

  constructor() {
    super('The shipment holds units that are not in the order, or not left to ship');
  }
}

export class InvoiceNotFound extends OrderError {
  override readonly name = 'InvoiceNotFound';
  readonly code = 'invoice-not-found';

  constructor(number: string) {
    super(`There is no invoice or credit note ${number}`);
  }
}

/** The orders have no invoices yet, or nothing of them is left to send. */
export class NothingToPrint extends OrderError {
  override readonly name = 'NothingToPrint';
  readonly code = 'nothing-to-print';

  constructor() {
    super('There is nothing to print of these orders');
  }
}

export class ReturnNotFound extends OrderError {
  override readonly name = 'ReturnNotFound';
  readonly code = 'return-not-found';

  constructor(id: string) {
    super(`The order has no return ${id}`);
  }
}

export class ReturnExceedsDelivery extends OrderError {
  override readonly name = 'ReturnExceedsDelivery';
  readonly code = 'return-exceeds-delivery';

  constructor() {
    super('The return holds units that were not delivered, or are in a return already');
  }
}

/** What is back on the shelf is more than what came back. */
export class ReturnInvalid extends OrderError {
  override readonly name = 'ReturnInvalid';
  readonly code = 'return-invalid';

  constructor() {
    super('More units would be back on the shelf than the return holds');
  }
}

export class CancellationExceedsOrder extends OrderError {
  override readonly name = 'CancellationExceedsOrder';
  readonly code = 'cancellation-exceeds-order';

  constructor() {
    super('The cancellation holds units that are not in the order, or in a shipment already');
  }
}

export class RefundExceedsCharge extends OrderError {
  override readonly name = 'RefundExceedsCharge';
  readonly code = 'refund-exceeds-charge';
}

/** It is more than whoever asks may give back of an order. */
export class RefundExceedsLimit extends OrderError {
  override readonly name = 'RefundExceedsLimit';
  readonly code = 'refund-exceeds-limit';
  readonly extra: { readonly limit: Money };

  constructor(limit: Money, message: string) {
    super(message);
    this.extra = { limit };
  }
}

export class RefundInvalid extends OrderError {
  override readonly name = 'RefundInvalid';
  readonly code = 'refund-invalid';
}

/** The key of a request that was made before names another one now. */
export class IdempotencyKeyReused extends OrderError {
  override readonly name = 'IdempotencyKeyReused';
  readonly code = 'idempotency-key-reused';

  constructor() {
    super('This idempotency key was used for another request');
  }
}

/** Somebody changed the order since it was read; `order` is what it is now. */
export class OrderStale extends OrderError {
  override readonly name = 'OrderStale';
  readonly code = 'stale-version';
  readonly order: Order;
  /** What the answer shows of it. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(order: Order, extra: Readonly<Record<string, unknown>> = {}) {
    super('The order was changed since you read it');
    this.order = order;
    this.extra = extra;
  }
}

export class OrderChangedMeanwhile extends OrderError {
  override readonly name = 'OrderChangedMeanwhile';
  readonly code = 'order-changed-meanwhile';

  constructor(id: string) {
    super(`Order ${id} kept changing under this write`);
  }
}

/** The database did not answer; whether a change was made is unknown, repeating it is safe. */
export class OrdersUnavailable extends OrderError {
  override readonly name = 'OrdersUnavailable';
  readonly code = 'orders-unavailable';

  constructor(options?: ErrorOptions) {
    super('Orders are out of reach right now; trying again is safe', options);
  }
}
