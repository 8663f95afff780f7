import type { OrderStatus } from './order.ts';

export type OrderErrorCode =
  | 'order-not-found'
  | 'order-not-cancellable'
  | 'order-transition-refused'
  | 'order-changed-meanwhile'
  | 'orders-unavailable';

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

export class OrderNotCancellable extends OrderError {
  override readonly name = 'OrderNotCancellable';
  readonly code = 'order-not-cancellable';

  constructor(status: OrderStatus) {
    super(`An order that is ${status} can no longer be cancelled`);
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
