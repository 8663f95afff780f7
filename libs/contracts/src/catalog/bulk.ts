import { z } from 'zod';
import { currency, currencyCode } from '../shared/money.ts';
import { brandId } from './brands.ts';
import { categoryId } from './categories.ts';
import { productFilter } from './admin-products.ts';
import { productCells, productId } from './product-changes.ts';

/** What is done to each of many products. */
export const bulkAction = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('publish') }),
    z.strictObject({ type: z.literal('archive') }),
    z.strictObject({
      type: z.literal('price-by-percent'),
      currency: currencyCode,
      /** 10 makes it a tenth dearer, -10 a tenth cheaper. */
      percent: z
        .number()
        .min(-90)
        .max(500)
        .refine(
          (percent) => percent !== 0 && Number.isInteger(Math.round(percent * 1e6) / 1e4),
          'Two decimals, not 0',
        ),
    }),
    z.strictObject({
      type: z.literal('price-by-amount'),
      currency: currencyCode,
      /** In minor units, added to each price. */
      amount: z
        .int()
        .min(-100_000_000)
        .max(100_000_000)
        .refine((amount) => amount !== 0, 'Must not be 0'),
    }),
    z.strictObject({ type: z.literal('category'), categoryId }),
    z.strictObject({ type: z.literal('add-tag'), tag: productCells.tag }),
    z.strictObject({ type: z.literal('remove-tag'), tag: productCells.tag }),
  ])
  .meta({ id: 'BulkAction' });
export type BulkAction = z.infer<typeof bulkAction>;

/** Body of `POST /api/v1/admin/catalog/products/bulk`, and of its preview. */
export const bulkChange = z
  .strictObject({
    ids: z
      .array(productId)
      .min(1)
      .max(1000)
      .refine((ids) => new Set(ids).size === ids.length, 'Each product once'),
    action: bulkAction,
  })
  .meta({ id: 'BulkChange' });
export const bulkPreviewRequest = bulkChange.safeExtend({
  ids: z.array(productId).min(1).max(100),
});

const effects = z.array(
  z.object({
    productId,
    name: z.string(),
    /** Why it would be left as it is. */
    fault: z.string().optional(),
    status: z.object({ from: z.string(), to: z.string() }).optional(),
    prices: z.array(z.object({ sku: z.string(), currency, from: z.int(), to: z.int() })),
    /** By name. */
    category: z.object({ from: z.string(), to: z.string() }).optional(),
    tag: z.object({ name: z.string(), is: z.enum(['added', 'removed']) }).optional(),
  }),
);

/** What would become of each product; nothing is changed. */
export const bulkPreview = z.object({ items: effects }).meta({ id: 'BulkPreview' });
export type BulkPreview = z.infer<typeof bulkPreview>;

/** Which products, as the table of products is filtered; empty: all. */
const found = z.strictObject({
  q: productFilter.q,
  status: productFilter.status,
  brand: brandId.optional(),
  category: categoryId.optional(),
  stock: productFilter.stock,
  missing: productFilter.missing,
});

/** Body of `POST /api/v1/admin/catalog/products/bulk/found/preview`. */
export const bulkFoundPreviewRequest = z
  .strictObject({ found, action: bulkAction })
  .meta({ id: 'BulkFoundPreviewRequest' });

/** Body of `POST /api/v1/admin/catalog/products/bulk/found`. */
export const bulkFoundChange = z
  .strictObject({
    found,
    action: bulkAction,
    /** How many there were when somebody looked; the job takes those that there are when it begins. */
    seen: z.int().min(0).optional(),
  })
  .meta({ id: 'BulkFoundChange' });
export type BulkFound = z.infer<typeof found>;

/** What would become of all that is found, and of the first of them one by one; nothing is changed. */
export const bulkFoundPreview = z
  .object({
    total: z.int(),
    /** For them there is nothing to do. */
    unchanged: z.int(),
    /** They would cost nothing or less, or have nothing that could be sold, and stay. */
    refused: z.int(),
    /** Why they cannot be published, with the first of each by name. */
    refusals: z
      .array(
        z.object({
          code: z.enum(['no-variants', 'all-variants-off', 'no-price']),
          count: z.int(),
          names: z.array(z.string()),
        }),
      )
      .optional(),
    /** Of all variants whose price would change, in that currency. */
    prices: z.object({ count: z.int(), currency, from: z.int(), to: z.int() }).optional(),
    items: effects,
  })
  .meta({ id: 'BulkFoundPreview' });
export type BulkFoundPreview = z.infer<typeof bulkFoundPreview>;
