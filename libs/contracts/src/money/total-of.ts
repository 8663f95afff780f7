import { add, negate, sum, type Money } from './money.ts';
import type { Adjustment, PricedLine, ShippingPrice, TaxLine, Totals } from './price-breakdown.ts';

const amountOf = ({ amount }: { readonly amount: Money }): Money => amount;

/** A price after what was taken off it. */
export const adjusted = (price: Money, adjustments: readonly Adjustment[]): Money =>
  adjustments.map(amountOf).reduce(add, price);

/** What is paid for a price: after what was taken off it, with the taxes that are added to it. */
export const totalOf = (price: Money, adjustments: readonly Adjustment[], taxes: readonly TaxLine[]): Money =>
  taxes
    .filter(({ included }) => !included)
    .map(amountOf)
    .reduce(add, adjusted(price, adjustments));

/** The totals that lines and shipping add up to. */
export function totalsOf(lines: readonly PricedLine[], shipping: ShippingPrice): Totals {
  const { currency } = shipping.total;
  const taxes = [...lines.flatMap((line) => line.taxes), ...shipping.taxes];
  const adjustments = lines.flatMap((line) => line.adjustments);
  return {
    items: sum(
      lines.map(({ subtotal }) => subtotal),
      currency,
    ),
    discount: negate(sum(adjustments.map(amountOf), currency)),
    shipping: adjusted(shipping.price, shipping.adjustments),
    tax: sum(taxes.map(amountOf), currency),
    total: lines.map(({ total }) => total).reduce(add, shipping.total),
  };
}
