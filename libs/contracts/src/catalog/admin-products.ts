import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, itemId, timestamp, wholeNumber } from '../shared/ids.ts';
import { currency } from '../shared/money.ts';
import { pageOf } from '../shared/page.ts';
import { brandId } from './brands.ts';
import { categoryId } from './categories.ts';
import { brand, itemType } from './brands-and-types.ts';
import { mediaId, productId, productStatus, textLanguage } from './product-changes.ts';
import { slug } from './slugs.ts';

/** Why nobody can buy it (`blocks`), or what it lacks beside that. */
export const obstacle = z
  .object({
    code: z.enum([
      'is-draft',
      'is-archived',
      'no-variants',
      'all-variants-off',
      'no-price',
      'sold-out',
      'variant-off',
      'variant-without-price',
      'variant-sold-out',
      'currency-missing',
      'no-picture',
      'no-description',
      'text-missing',
    ]),
    blocks: z.boolean(),
    /** Of the variants that it concerns, where it is not all of them. */
    skus: z.array(z.string()).optional(),
    currency: currency.optional(),
    language: textLanguage.optional(),
  })
  .meta({ id: 'ProductObstacle' });
export type ProductObstacle = z.infer<typeof obstacle>;

const savedText = z.object({
  name: z.string(),
  description: z.string(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  /** Null: its name has no letter that an address can hold. */
  slug: slug.nullable(),
});

export const adminVariant = z
  .object({
    itemId,
    sku: z.string(),
    barcode: z.string().nullable(),
    optionValues: z.array(z.string()),
    /** That of the shop first. */
    prices: z.array(z.object({ currency, amount: z.int(), compareAt: z.int().nullable() })),
    weightGrams: z.int().nullable(),
    mediaId: mediaId.nullable(),
    active: z.boolean(),
    onHand: z.int(),
    reserved: z.int(),
    available: z.int(),
  })
  .meta({ id: 'AdminVariant' });
export type AdminVariant = z.infer<typeof adminVariant>;

/** A product as staff see it, with everything of it. */
export const adminProduct = z
  .object({
    id: productId,
    slug,
    status: productStatus,
    name: z.string(),
    description: z.string(),
    seoTitle: z.string().nullable(),
    seoDescription: z.string().nullable(),
    texts: z.object({ de: savedText.nullable() }),
    brandId,
    categoryId,
    tags: z.array(z.string()),
    attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
    variants: z.array(adminVariant),
    media: z.array(
      z.object({
        id: mediaId,
        url: z.string(),
        alt: z.string(),
        alts: z.object({ de: z.string().nullable() }),
      }),
    ),
    obstacles: z.array(obstacle),
    publishAt: timestamp.nullable(),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminProduct' });
export type AdminProduct = z.infer<typeof adminProduct>;

/** A line of the table of products. */
export const adminProductRow = z
  .object({
    id: productId,
    slug,
    name: z.string(),
    status: productStatus,
    brand,
    category: itemType,
    pictureUrl: z.string(),
    variants: z.int(),
    /** Of its cheapest and its dearest variant, in the shop's own currency; null: none has a price. */
    priceFrom: z.int().nullable(),
    priceTo: z.int().nullable(),
    currency,
    available: z.int(),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminProductRow' });
export type AdminProductRow = z.infer<typeof adminProductRow>;

export const adminProductPage = pageOf(adminProductRow).meta({ id: 'AdminProductPage' });

/** Query of `GET /api/v1/admin/catalog/products`; `q` is looked for in the words of a product and in SKUs. */
export const productFilter = {
  q: adminListQuery(['name']).q,
  status: productStatus.optional(),
  brand: wholeNumber(brandId).optional(),
  /** With all that is in it. */
  category: wholeNumber(categoryId).optional(),
  /** `low` is at or below the threshold of one of its variants. */
  stock: z.enum(['in', 'out', 'low']).optional(),
  /** What it lacks; a text is one in another language of the shop. */
  /** `offer`: no variant that is on and has a price, so it cannot be published. */
  missing: z.enum(['picture', 'price', 'text', 'offer']).optional(),
};

export const adminProductQuery = z.strictObject({
  ...adminListQuery(['name', 'changed', 'id']),
  ...productFilter,
});
export type AdminProductQuery = z.input<typeof adminProductQuery>;

/** What a product can be described by beside words. */
export const attributeList = z
  .object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        type: z.enum(['text', 'number', 'boolean']),
        unit: z.string().nullable(),
        facet: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AttributeList' });
export type AttributeDefinition = z.infer<typeof attributeList>['items'][number];
