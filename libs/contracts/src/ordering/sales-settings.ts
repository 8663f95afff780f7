import { z } from 'zod';
import type { SalesSettings } from '../money/sales-settings.ts';
import { aggregateVersion } from '../shared/ids.ts';
import { printableLine } from '../shared/text.ts';

const name = printableLine(120);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
const currencyCode = z.string().regex(/^[A-Z]{3}$/);
/** Basis points. What is wrong with a figure is told by a code of its own, not here. */
const rate = z.int();
const amount = z.int();

const days = z.int().min(0).max(365);

/** The parts, each made by `object`: strict for what is asked of us, else open to what a newer publisher adds. */
const fieldsOf = (object: typeof z.object) => {
  const regionTax = object({ name, rates: z.record(slug, rate), shippingRate: rate });
  const tier = object({ from: amount, below: amount.optional(), price: amount });
  const tiers = z.array(tier).min(1).max(50);

  const soldTo = object({
    country: countryCode,
    currencies: z.array(currencyCode).min(1).max(20),
    taxIncluded: z.boolean(),
    tax: regionTax,
    states: z
      .array(object({ code: z.string().regex(/^[A-Z0-9]{1,3}$/), name, tax: regionTax }))
      .min(1)
      .max(100)
      .optional(),
  });

  const shippingMethod = object({
    method: slug,
    name,
    names: z.record(z.string().regex(/^[a-z]{2}$/), name).optional(),
    promisedDays: object({ min: days, max: days }),
    rates: z
      .array(object({ currency: currencyCode, byTotal: tiers, byWeight: tiers.optional() }))
      .min(1)
      .max(20),
  });

  return {
    defaultCountry: countryCode,
    taxClasses: z.array(slug).min(1).max(10),
    countries: z.array(soldTo).min(1).max(250),
    shippingZones: z
      .array(
        object({
          id: slug,
          name,
          countries: z.array(countryCode).min(1).max(250),
          methods: z.array(shippingMethod).min(1).max(10),
        }),
      )
      .min(1)
      .max(50),
  };
};

/** Body of `PUT /api/v1/sales-settings`: all of them. */
export const salesSettingsUpdate: z.ZodType<SalesSettings, SalesSettings> = z
  .strictObject(fieldsOf(z.strictObject as unknown as typeof z.object))
  .meta({ id: 'SalesSettingsUpdate' });

/** Answer of `GET /api/v1/sales-settings`. */
export const salesSettings: z.ZodType<
  SalesSettings & { readonly version: number },
  SalesSettings & { readonly version: number }
> = z.object({ ...fieldsOf(z.object), version: aggregateVersion }).meta({ id: 'SalesSettings' });
