import type { Money } from './money.ts';

/** What changed a price. Its name is what the shopper reads. */
export interface AdjustmentSource {
  readonly kind: 'campaign' | 'coupon';
  readonly id: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** An amount added to a price; a discount is below zero. */
export interface Adjustment {
  readonly source: AdjustmentSource;
  readonly amount: Money;
}

export interface TaxLine {
  readonly name: string;
  /** In basis points: 2,000 is 20 %. */
  readonly rate: number;
  readonly amount: Money;
  /** True when it is in the price already, false when it is added to it. */
  readonly included: boolean;
}

/** `total = subtotal + adjustments + taxes that are not included`; `subtotal = unitPrice × quantity`. */
export interface PricedLine {
  readonly itemId: number;
  readonly unitPrice: Money;
  readonly quantity: number;
  readonly subtotal: Money;
  readonly adjustments: readonly Adjustment[];
  readonly taxes: readonly TaxLine[];
  readonly total: Money;
}

/** `total = price + adjustments + taxes that are not included`. */
export interface ShippingPrice {
  readonly method: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly price: Money;
  readonly adjustments: readonly Adjustment[];
  readonly taxes: readonly TaxLine[];
  readonly total: Money;
  /** Working days from order to door; absent where nothing was promised. */
  readonly promisedDays?: { readonly min: number; readonly max: number } | undefined;
}

/**
 * `items` are the subtotals, `discount` what the adjustments took off them, `shipping` its price after adjustments,
 * `tax` all taxes whether included or added. `total` is what is paid: items − discount + shipping + added taxes.
 */
export interface Totals {
  readonly items: Money;
  readonly discount: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** What an order costs and why, to the last unit: the lines and the shipping add up to the total. */
export interface PriceBreakdown {
  readonly lines: readonly PricedLine[];
  readonly shipping: ShippingPrice;
  readonly totals: Totals;
}
