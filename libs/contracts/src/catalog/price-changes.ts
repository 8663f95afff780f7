import { z } from 'zod';
import { itemId, timestamp, wholeNumber } from '../shared/ids.ts';
import { currency } from '../shared/money.ts';
import { defineRoute } from '../shared/route.ts';
import { productId } from './product-changes.ts';

const position = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/** One change of what a variant costs in a currency. */
export const priceChange = z
  .object({
    id: position,
    at: timestamp,
    itemId,
    sku: z.string(),
    currency,
    /** Absent where it had no price before, or has none since. */
    from: z.int().optional(),
    to: z.int().optional(),
    compareAtFrom: z.int().optional(),
    compareAtTo: z.int().optional(),
    /** Absent where nobody of the staff did; without a name once the account is deleted. */
    by: z.object({ id: z.string(), name: z.string().optional() }).optional(),
    /** The job or the import that it was a part of. */
    source: z.object({ kind: z.enum(['job', 'import']), id: z.string() }).optional(),
  })
  .meta({ id: 'PriceChange' });
export type PriceChange = z.infer<typeof priceChange>;

/** The newest first; `next` is what the query of the changes before takes as `before`. */
export const priceChangeList = z
  .object({ items: z.array(priceChange), next: position.optional() })
  .meta({ id: 'PriceChangeList' });
export type PriceChangeList = z.infer<typeof priceChangeList>;

const priceChangeQuery = z.strictObject({
  itemId: wholeNumber(itemId).optional(),
  currency: currency.optional(),
  before: z
    .preprocess(
      (text) => (typeof text === 'string' && /^[0-9]{1,15}$/.test(text) ? Number(text) : text),
      position,
    )
    .optional(),
  pageSize: wholeNumber(z.int().min(1).max(100).default(100)),
});
export type PriceChangeQuery = z.input<typeof priceChangeQuery>;

/** What a product cost, and since when. */
export const priceChangeRoutes = {
  listPriceChanges: defineRoute({
    method: 'get',
    path: '/api/v1/admin/catalog/products/:id/price-changes',
    summary: 'Every change of a price of a product: who, when, from what to what, by which job or import',
    audience: 'merchandiser',
    params: z.strictObject({ id: wholeNumber(productId) }),
    query: priceChangeQuery,
    answers: { 200: { description: 'A part of the changes', schema: priceChangeList } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
};
