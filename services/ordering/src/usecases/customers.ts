import type { Address } from '@quayside/contracts';
import type { CustomerFigures } from '../domain/customer-figures.ts';

/** What Ordering knows of a customer beside their orders. */
export interface CustomerReads {
  /** Undefined for whoever never ordered. */
  figures(customerId: string): Promise<CustomerFigures | undefined>;
  /** Where their latest orders went, the latest first, each once. */
  addresses(customerId: string): Promise<Address[]>;
}

export interface CustomerCounts {
  /** Who ordered since then, in batches; somebody may be in several. */
  recentBuyers(since: Date): AsyncIterable<readonly string[]>;
  /** Counts what the orders of these come to, and tells of whom it changed. Safe to repeat. */
  count(customerIds: readonly string[]): Promise<void>;
  forget(customerId: string): Promise<void>;
  /** Whose orders these are. */
  buyersOf(orderIds: readonly string[]): Promise<string[]>;
}
