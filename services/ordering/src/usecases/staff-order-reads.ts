import type { Order, OrderStatus } from '../domain/order.ts';
import type { FulfilmentState, PaymentState } from '../domain/order-axes.ts';

export interface OrderFilter {
  readonly q?: string | undefined;
  readonly buyer?: string | undefined;
  readonly status?: OrderStatus | undefined;
  readonly stage?: Order['progress']['stage'] | undefined;
  readonly payment?: PaymentState | undefined;
  readonly fulfilment?: FulfilmentState | undefined;
  readonly country?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly currency?: string | undefined;
  readonly minTotal?: number | undefined;
  readonly maxTotal?: number | undefined;
}

export type OrderSort = 'placed' | '-placed' | 'total' | '-total';

export interface FoundOrders {
  readonly orders: readonly Order[];
  readonly totalItems: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
  /** What all that were found come to; absent where not all were counted. */
  readonly totals?: readonly {
    readonly currency: string;
    readonly orders: number;
    readonly amount: number;
  }[];
}

/** Orders of everybody, as staff see them. */
export interface StaffOrderReads {
  /** The newest first where no other order is asked for. */
  page(
    query: OrderFilter & { page: number; pageSize: number; sort?: OrderSort | undefined },
  ): Promise<FoundOrders>;
  /** All that a list would show, one after the other. */
  all(query: OrderFilter & { sort?: OrderSort | undefined }): AsyncIterable<Order>;
}
