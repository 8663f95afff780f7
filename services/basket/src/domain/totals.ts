import { portion, usd, type Money } from './money.ts';

/** What an order costs, in parts; `total = items - discount + shipping + tax`. */
export interface Totals {
  readonly items: Money;
  readonly discount: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** The shop's rules for everything that is added to the price of the items. All amounts in cents. */
export interface TotalsPolicy {
  readonly shippingFlat: number;
  /** Shipping is free when the items after discount reach this amount. */
  readonly freeShippingFrom: number;
  /** Sales tax on the items after discount; shipping is not taxed. 800 is 8 %. */
  readonly taxBasisPoints: number;
}

export const defaultTotalsPolicy: TotalsPolicy = {
  shippingFlat: 790,
  freeShippingFrom: 15_000,
  taxBasisPoints: 800,
};

/**
 * Adds an order up. A discount never exceeds the items; an order without items costs nothing, shipping included.
 * Tax is rounded half up once, on the whole order.
 */
export function totalsOf(items: number, discount: number, policy: TotalsPolicy): Totals {
  const goods = items - Math.min(discount, items);
  const shipping = items === 0 || goods >= policy.freeShippingFrom ? 0 : policy.shippingFlat;
  const tax = portion(goods, policy.taxBasisPoints);
  return {
    items: usd(items),
    discount: usd(items - goods),
    shipping: usd(shipping),
    tax: usd(tax),
    total: usd(goods + shipping + tax),
  };
}
