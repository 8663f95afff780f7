import { z } from 'zod';
import { wholeNumber } from '../shared/ids.ts';
import { currency } from '../shared/money.ts';

/** A day in the shop's time zone. */
const day = z.iso.date();

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
/** Two years and a leap day, so that a year can be compared with the one before it. */
export const salesDaysAtMost = 731;

/** `from` and `to` are both included; or so many days up to today, 30 where nothing is said. */
const periodFields = {
  from: day.optional(),
  to: day.optional(),
  days: wholeNumber(z.int().min(1).max(salesDaysAtMost)).optional(),
};
interface AskedPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly days?: number | undefined;
}
const ofOnePeriod = <S extends z.ZodType<AskedPeriod>>(query: S): S =>
  query
    .refine(({ from, days }) => from === undefined || days === undefined, {
      error: 'Name either days, or from and to',
      path: ['days'],
    })
    .refine(({ from, to }) => (from === undefined) === (to === undefined), {
      error: 'Name both from and to, or neither',
      path: ['from'],
    })
    .refine(({ from = '', to = '' }) => from <= to, { error: 'Must not be before from', path: ['to'] })
    .refine(({ from = '', to = '' }) => from === '' || daysBetween(from, to) < salesDaysAtMost, {
      error: `Ask for ${salesDaysAtMost} days at most`,
      path: ['to'],
    });

/** In the currency in which most was paid where none is named. */
export const salesQuery = ofOnePeriod(z.strictObject({ ...periodFields, currency: currency.optional() }));
export type SalesQuery = z.infer<typeof salesQuery>;
export type SalesQueryInput = z.input<typeof salesQuery>;

export const funnelQuery = ofOnePeriod(z.strictObject(periodFields));
export type FunnelQuery = z.infer<typeof funnelQuery>;
export type FunnelQueryInput = z.input<typeof funnelQuery>;

const figures = {
  /** Placed on that day. */
  orders: z.int(),
  /** Of those, or of earlier ones: paid on that day. */
  paid: z.int(),
  cancelled: z.int(),
  /** What was paid, in minor units. */
  revenue: z.int(),
  /** What went back. */
  refunded: z.int(),
  /** Units of what was paid. */
  units: z.int(),
  /** Units that came back. */
  returned: z.int(),
};
const salesSums = z.object(figures).meta({ id: 'SalesSums' });
export type SalesSums = z.infer<typeof salesSums>;
const salesDay = z.object({ day, ...figures }).meta({ id: 'SalesDay' });
export type SalesDay = z.infer<typeof salesDay>;

const soldProduct = z
  .object({
    itemId: z.int(),
    name: z.string(),
    units: z.int(),
    /** At the price in the basket, before discounts; in minor units. */
    amount: z.int(),
  })
  .meta({ id: 'SoldProduct' });

export const salesReport = z
  .object({
    from: day,
    to: day,
    currency,
    /** In which the shop was paid at all, that with the most first. */
    currencies: z.array(currency),
    timeZone: z.string(),
    /** Every day of the period, the earliest first. */
    days: z.array(salesDay),
    sums: salesSums,
    /** As many days before these. */
    before: z.object({ from: day, to: day, sums: salesSums }),
    /** What sold best, by what it brought. */
    products: z.array(soldProduct),
  })
  .meta({ id: 'SalesReport' });
export type SalesReport = z.infer<typeof salesReport>;
