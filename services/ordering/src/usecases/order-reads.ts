import type { Order } from '../domain/order.ts';
import type { OrderNotice } from './order-notices.ts';

/** Orders as their buyer sees them: those queries begin with the buyer, so nobody else's can come back. */
export interface OrderReads {
  one(buyerId: string, orderId: string): Promise<Order | undefined>;
  /** Newest first. */
  page(
    buyerId: string,
    page: { page: number; pageSize: number },
  ): Promise<{ orders: Order[]; totalItems: number }>;
  /** The last notice of each order that changed after `since`. */
  noticesSince(buyerId: string, since: Date): Promise<OrderNotice[]>;
  /** For staff. */
  any(orderId: string): Promise<Order | undefined>;
  /** For staff, in no order; without those that there are not. */
  several(orderIds: readonly string[]): Promise<Order[]>;
}
