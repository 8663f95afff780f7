import { sameMoney, subtract, times, type Money } from './money.ts';
import { MoneyError } from './money-error.ts';
import type { PriceBreakdown, TaxLine, Totals } from './price-breakdown.ts';
import { totalOf, totalsOf } from './total-of.ts';

/** Where a breakdown does not add up to the last unit; empty when it does. */
export function breakdownFaults({ lines, shipping, totals }: PriceBreakdown): string[] {
  try {
    const sums = totalsOf(lines, shipping);
    const wrongTotals = (Object.keys(sums) as (keyof Totals)[]).filter(
      (part) => !sameMoney(sums[part], totals[part]),
    );
    const wrongLines = lines.filter(
      (line) =>
        !sameMoney(line.subtotal, times(line.unitPrice, line.quantity)) ||
        !sameMoney(line.total, totalOf(line.subtotal, line.adjustments, line.taxes)) ||
        !holdsItsTaxes(line),
    );
    const shippingSum = totalOf(shipping.price, shipping.adjustments, shipping.taxes);
    const isShippingRight = sameMoney(shipping.total, shippingSum) && holdsItsTaxes(shipping);
    return [
      ...wrongLines.map(({ itemId }) => `the line of item ${itemId} does not add up`),
      ...(isShippingRight ? [] : ['shipping does not add up']),
      ...wrongTotals.map((part) => `${part} is not the sum of its parts`),
    ];
  } catch (error) {
    if (error instanceof MoneyError) return [error.message];
    throw error;
  }
}

/** No tax is below nothing, and what is left of the total without them is not either. */
function holdsItsTaxes({ total, taxes }: { total: Money; taxes: readonly TaxLine[] }): boolean {
  const amounts = taxes.map(({ amount }) => amount);
  return amounts.every(({ amount }) => amount >= 0) && amounts.reduce(subtract, total).amount >= 0;
}
