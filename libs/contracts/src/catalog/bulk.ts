import { z } from 'zod';
import { currency } from '../shared/money.ts';
import { productId } from './product-changes.ts';

/** What is done to each of many products. */
export const bulkAction = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('publish') }),
    z.strictObject({ type: z.literal('archive') }),
    z.strictObject({
      type: z.literal('price-by-percent'),
      currency,
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
      currency,
      /** In minor units, added to each price. */
      amount: z
        .int()
        .min(-100_000_000)
        .max(100_000_000)
        .refine((amount) => amount !== 0, 'Must not be 0'),
    }),
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

/** What would become of each product; nothing is changed. */
export const bulkPreview = z
  .object({
    items: z.array(
      z.object({
        productId,
        name: z.string(),
        /** Why it would be left as it is. */
        fault: z.string().optional(),
        status: z.object({ from: z.string(), to: z.string() }).optional(),
        prices: z.array(z.object({ sku: z.string(), currency, from: z.int(), to: z.int() })),
      }),
    ),
  })
  .meta({ id: 'BulkPreview' });
export type BulkPreview = z.infer<typeof bulkPreview>;
