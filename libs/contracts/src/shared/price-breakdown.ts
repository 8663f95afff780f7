import { z } from 'zod';
import { breakdownFaults } from '../money/breakdown-faults.ts';
import type {
  Adjustment,
  PriceBreakdown,
  PricedLine,
  ShippingPrice,
  TaxLine,
  Totals,
} from '../money/price-breakdown.ts';
import { itemId } from './ids.ts';
import { money } from './money.ts';
import { otherNames } from './other-names.ts';

export const totals: z.ZodType<Totals, Totals> = z
  .object({ items: money, discount: money, shipping: money, tax: money, total: money })
  .meta({ id: 'Totals' });

const adjustment: z.ZodType<Adjustment, Adjustment> = z
  .object({
    source: z.object({
      kind: z.enum(['campaign', 'coupon']),
      id: z.string(),
      name: z.string(),
      names: otherNames.optional(),
    }),
    /** What is added to the price: below zero for a discount. */
    amount: money,
  })
  .meta({ id: 'Adjustment' });

const taxLine: z.ZodType<TaxLine, TaxLine> = z
  .object({
    name: z.string(),
    /** Basis points: 2000 is 20 %. */
    rate: z.int().min(0),
    amount: money,
    /** In the price already, or added to it. */
    included: z.boolean(),
  })
  .meta({ id: 'TaxLine' });

const pricedLine: z.ZodType<PricedLine, PricedLine> = z
  .object({
    itemId,
    unitPrice: money,
    quantity: z.int().min(1),
    subtotal: money,
    adjustments: z.array(adjustment),
    taxes: z.array(taxLine),
    total: money,
  })
  .meta({ id: 'PricedLine' });

const shippingPrice: z.ZodType<ShippingPrice, ShippingPrice> = z
  .object({
    method: z.string(),
    name: z.string(),
    names: otherNames.optional(),
    price: money,
    adjustments: z.array(adjustment),
    taxes: z.array(taxLine),
    total: money,
    /** Working days from order to door. */
    promisedDays: z.object({ min: z.int().min(0), max: z.int().min(0) }).optional(),
  })
  .meta({ id: 'ShippingPrice' });

/** What is paid and why. One that does not add up to the last unit is refused wherever it arrives. */
export const priceBreakdown: z.ZodType<PriceBreakdown, PriceBreakdown> = z
  .object({ lines: z.array(pricedLine), shipping: shippingPrice, totals })
  .superRefine((price, context) => {
    for (const fault of breakdownFaults(price)) context.addIssue({ code: 'custom', message: fault });
  })
  .meta({ id: 'PriceBreakdown' });
export type { PriceBreakdown, Totals };
