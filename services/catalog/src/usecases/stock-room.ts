import type { Actor } from './actor.ts';
import type { Page } from './brand-store.ts';

export interface StockLine {
  readonly itemId: number;
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly lowThreshold: number;
  readonly version: number;
}

export interface StockListQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly level?: 'low' | 'out' | undefined;
}

export interface Movement {
  readonly id: number;
  readonly kind: 'initial' | 'adjusted' | 'sold' | 'returned';
  readonly delta: number;
  readonly orderId?: string;
  readonly reason?: string;
  readonly madeBy?: { readonly id: string; readonly name?: string };
  readonly madeAt: string;
}

export interface Delivery {
  readonly reference: string;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

/** What staff see of stock, and book into it. */
export interface StockRoom {
  list(query: StockListQuery): Promise<Page<StockLine>>;
  /** @throws {ItemNotFound} */
  journal(
    itemId: number,
    query: { page: number; pageSize: number },
  ): Promise<Page<Movement> & { level: StockLine }>;
  /** @throws {SkusUnknown | DeliveryKnown | StockTooLarge} with nothing booked */
  receive(delivery: Delivery, by: Actor): Promise<readonly StockLine[]>;
  /** @throws {ItemNotFound} */
  setThreshold(itemId: number, lowThreshold: number, by: Actor): Promise<StockLine>;
}
