import { allocate } from './allocate.ts';
import { negate, sameMoney, subtract, times, type Money } from './money.ts';
import { portion } from './portion.ts';
import type { PriceBreakdown, PricedLine, ShippingPrice, Totals } from './price-breakdown.ts';
import { totalOf, totalsOf } from './total-of.ts';

interface FormerLine {
  readonly itemId: number;
  readonly unitPrice: Money;
  readonly quantity: number;
}

/** The tax the first release came with, as a rate; what was really taken tells whether it was this. */
const usualRate = 800;

/**
 * The breakdown of an order of the first release, which knew one figure of each kind: its discount and its tax,
 * which was added to the items alone, go to the lines in proportion. All totals stay what they were.
 */
export function breakdownOfTotals(former: readonly FormerLine[], totals: Totals): PriceBreakdown {
  const subtotals = former.map(({ unitPrice, quantity }) => times(unitPrice, quantity));
  const off = allocate(totals.discount, subtotals.map(amountOf));
  const goods = subtotals.map((subtotal, at) => subtract(subtotal, off[at] ?? totals.discount));
  const taxes = allocate(totals.tax, goods.map(amountOf));
  const rate = rateOf(subtract(totals.items, totals.discount), totals.tax);

  const lines = former.map(({ itemId, unitPrice, quantity }, at): PricedLine => {
    const [discount, tax] = [off[at] ?? totals.discount, taxes[at] ?? totals.tax];
    const source = { kind: 'campaign', id: 'former', name: 'Discount' } as const;
    const line = {
      subtotal: times(unitPrice, quantity),
      adjustments: discount.amount === 0 ? [] : [{ source, amount: negate(discount) }],
      taxes: totals.tax.amount === 0 ? [] : [{ name: 'Sales tax', rate, amount: tax, included: false }],
    };
    const total = totalOf(line.subtotal, line.adjustments, line.taxes);
    return { itemId, unitPrice, quantity, ...line, total };
  });
  const shipping: ShippingPrice = {
    method: 'standard',
    name: 'Standard',
    price: totals.shipping,
    adjustments: [],
    taxes: [],
    total: totals.shipping,
  };
  return { lines, shipping, totals: totalsOf(lines, shipping) };
}

const amountOf = ({ amount }: Money): number => amount;

function rateOf(goods: Money, tax: Money): number {
  if (goods.amount === 0 || sameMoney(portion(goods, usualRate, 'half-up'), tax)) return usualRate;
  return Math.round((tax.amount * 10_000) / goods.amount);
}
