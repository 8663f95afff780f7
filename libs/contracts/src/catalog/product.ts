import { z } from 'zod';
import { aggregateVersion, itemId } from '../shared/ids.ts';
import { currency, money } from '../shared/money.ts';
import { brand, itemType } from './brands-and-types.ts';
import { otherSlugs, slug } from './slugs.ts';

/** A language of ISO 639-1; what has no text in it is in the shop's own. */
export const language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .optional();

/** Query of `GET /api/v1/catalog/products/{slug}` and `/types`. */
export const productQuery = z.strictObject({ language });

/** Query of screens that show products: in a language, and with the prices of lists in a currency. */
export const screenQuery = productQuery.extend({ currency: currency.optional() });

/** What the reviews that are shown come to; absent where there are none. */
export const rating = z
  .object({
    /** With one decimal. */
    average: z.number().min(1).max(5),
    count: z.int().min(1),
  })
  .meta({ id: 'Rating' });
export type Rating = z.infer<typeof rating>;

/** What something costs, as a page shows it. */
export const shownPrice = money.extend({
  /** What it cost before, where that is to be shown; more than it costs now. */
  compareAt: z.int().optional(),
  /**
   * Of a price that is shown as reduced the lowest one of the 30 days before it was (Directive 98/6/EC, Art. 6a); absent
   * where it was not sold then.
   */
  lowestPrior: z.int().optional(),
});

/** What is sold: one combination of the product's option values. */
export const productVariant = z
  .object({
    itemId,
    sku: z.string(),
    barcode: z.string().optional(),
    /** In the order of the product's options. */
    optionValues: z.array(z.string()),
    /** In the shop's own currency. */
    price: shownPrice,
    prices: z.array(shownPrice),
    weightGrams: z.int().optional(),
    pictureUrl: z.string(),
    active: z.boolean(),
    availableStock: z.int().min(0),
  })
  .meta({ id: 'ProductVariant' });
export type ProductVariant = z.infer<typeof productVariant>;

/** Answer of `GET /api/v1/catalog/products/{slug}`. For an old slug it is the product with the slug it has now. */
export const product = z
  .object({
    id: z.int(),
    slug,
    slugs: otherSlugs,
    name: z.string(),
    description: z.string(),
    brand,
    /** From the root of the tree down to that of the product. */
    categories: z.array(itemType).min(1),
    tags: z.array(z.string()),
    attributes: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        value: z.union([z.string(), z.number(), z.boolean()]),
        unit: z.string().optional(),
      }),
    ),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    media: z.array(
      z.object({
        url: z.string(),
        alt: z.string(),
        /** Of the sizes that `url` has with `?w=`; absent: one size only. */
        widths: z.array(z.int()).optional(),
      }),
    ),
    seo: z.object({ title: z.string().optional(), description: z.string().optional() }),
    variants: z.array(productVariant),
    rating: rating.optional(),
    version: aggregateVersion,
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof product>;
