import type { OrderStatus } from '../domain/order.ts';

/** What the buyer's open pages are told of a change. */
export interface OrderNotice {
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly version: number;
  readonly at: Date;
}

/** Any change of an order, a note of staff among them. */
export type OrderMove = Pick<OrderNotice, 'orderId'> & Partial<Pick<OrderNotice, 'status' | 'version'>>;

export interface OrderNotices {
  /** Calls `listener` for each change of any order, until the answer is called. */
  subscribeToAll(listener: (move: OrderMove) => void): () => void;
  /** Calls `listener` for each visible change of this buyer's orders, until the answer is called. */
  subscribe(buyerId: string, listener: (notice: OrderNotice) => void): () => void;
}
