import type { OrderStatus } from '../domain/order.ts';

/** What the buyer's open pages are told of a change. */
export interface OrderNotice {
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly version: number;
  readonly at: Date;
}

export interface OrderNotices {
  /** Calls `listener` for each visible change of this buyer's orders, until the answer is called. */
  subscribe(buyerId: string, listener: (notice: OrderNotice) => void): () => void;
}
