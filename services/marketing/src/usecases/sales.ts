import type { SalesReport } from '@quayside/contracts';
import type { Money } from '@quayside/contracts/money';

/** Something that happened to an order, at an instant of RFC 3339. */
interface Happened {
  readonly orderId: string;
  readonly at: string;
}

interface PlacedOrder extends Happened {
  readonly total: Money;
  readonly lines: readonly {
    readonly itemId: number;
    readonly name: string;
    readonly quantity: number;
    /** Of the whole line, before discounts; in minor units. */
    readonly amount: number;
  }[];
}

/** Counts what happened, each thing once, whatever comes how often. */
export interface SalesCounts {
  placed(orders: readonly PlacedOrder[]): Promise<void>;
  paid(orders: readonly Happened[]): Promise<void>;
  cancelled(orders: readonly Happened[]): Promise<void>;
  refunded(
    refunds: readonly { readonly id: string; readonly at: string; readonly amount: Money }[],
  ): Promise<void>;
  returned(returns: readonly (Happened & { readonly id: string; readonly units: number })[]): Promise<void>;
}

/** Days of ISO 8601 in the shop's time zone, both included. */
export interface SalesPeriod {
  readonly from: string;
  readonly to: string;
}

export interface SalesReads {
  /**
   * @param currency absent: that in which most was paid in the period
   * @throws {SalesUnavailable}
   */
  report(period: SalesPeriod, currency: string | undefined): Promise<Omit<SalesReport, 'timeZone'>>;
}

/** A code that an order was placed with. */
export interface CouponUse {
  readonly orderId: string;
  readonly code: string;
}
