import { z } from 'zod';
import { wholeNumber } from '../shared/ids.ts';
import { otherSlugs, slug } from './slugs.ts';

/** Query of `GET /api/v1/catalog/product-pages`. */
export const productPagesQuery = z.strictObject({
  part: wholeNumber(z.int().min(1).max(200_000)).optional(),
});

/** A part of the pages that the products for sale have, by id; what it leaves out stands in another of `parts`. */
export const productPages = z
  .object({
    parts: z.int().min(1),
    items: z.array(
      z.object({
        slug,
        slugs: otherSlugs,
        /** Paths below the public origin, in the order of the product's page. */
        pictureUrls: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ProductPages' });
export type ProductPages = z.infer<typeof productPages>;
