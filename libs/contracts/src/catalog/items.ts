import { z } from 'zod';
import { aggregateVersion, itemId, wholeNumber } from '../shared/ids.ts';
import { currency, money } from '../shared/money.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { printableLine, printableText } from '../shared/text.ts';
import { brand, itemType } from './brands-and-types.ts';
import { slug, slugList } from './slugs.ts';

export const catalogItem = z
  .object({
    id: itemId,
    sku: z.string(),
    slug,
    name: z.string(),
    description: z.string(),
    brand,
    type: itemType,
    price: money,
    availableStock: z.int().min(0),
    /** Path below the public origin, with a content hash, so it may be cached for ever. */
    pictureUrl: z.string(),
    active: z.boolean(),
    version: aggregateVersion,
  })
  .meta({ id: 'CatalogItem' });
export type CatalogItem = z.infer<typeof catalogItem>;

export const itemSort = z.enum(['relevance', 'name', '-name', 'price', '-price', 'newest']);
export type ItemSort = z.infer<typeof itemSort>;

/** Query of `GET /api/v1/catalog/items`; `brand` and `type` take slugs, several by comma; prices in minor units. */
export const itemListQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().min(1).max(100).optional(),
  brand: slugList.optional(),
  type: slugList.optional(),
  minPrice: wholeNumber(z.int().min(0).max(100_000_000)).optional(),
  maxPrice: wholeNumber(z.int().min(0).max(100_000_000)).optional(),
  inStock: z
    .enum(['true', 'false'])
    .transform((flag) => flag === 'true')
    .optional(),
  sort: itemSort.optional(),
  ids: z
    .string()
    .regex(/^[1-9][0-9]{0,9}(,[1-9][0-9]{0,9})*$/)
    .transform((list): unknown[] => list.split(','))
    .pipe(z.array(wholeNumber(itemId)).min(1).max(100))
    .optional(),
  /** For admins: inactive items too. */
  includeInactive: z
    .enum(['true', 'false'])
    .transform((flag) => flag === 'true')
    .optional(),
});
export type ItemListQuery = z.infer<typeof itemListQuery>;

/** As it is asked, before it is read. */
export type ItemListInput = z.input<typeof itemListQuery>;

export const itemPage = pageOf(catalogItem).meta({ id: 'CatalogItemPage' });
export type ItemPage = z.infer<typeof itemPage>;

/** Body of `PUT /api/v1/catalog/items/{id}`: what an admin may change; absent means leave. */
export const itemUpdate = z
  .strictObject({
    name: printableLine(200),
    description: printableText(4000),
    /** In a currency that the item is sold in; the prices in others stay. */
    price: z.strictObject({ amount: z.int().min(1).max(100_000_000), currency }),
    active: z.boolean(),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change')
  .meta({ id: 'CatalogItemUpdate' });
export type ItemUpdate = z.infer<typeof itemUpdate>;

/** Body of `POST /api/v1/catalog/items/{id}/stock-adjustments`. */
export const stockAdjustment = z
  .strictObject({
    delta: z
      .int()
      .min(-1_000_000)
      .max(1_000_000)
      .refine((delta) => delta !== 0, 'Must not be 0'),
    reason: printableLine(200),
  })
  .meta({ id: 'StockAdjustment' });
export type StockAdjustment = z.infer<typeof stockAdjustment>;
