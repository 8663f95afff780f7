import { z } from 'zod';
import { wholeNumber } from '../shared/ids.ts';
import { screenQuery } from './product.ts';
import { productCard } from './product-list.ts';

/** Query of `GET /api/v1/catalog/product-cards`: ids of products, by comma. */
export const productCardsQuery = screenQuery.extend({
  ids: z
    .string()
    .regex(/^[1-9][0-9]{0,9}(,[1-9][0-9]{0,9})*$/)
    .transform((list): unknown[] => list.split(','))
    .pipe(
      z
        .array(wholeNumber(z.int().min(1).max(2_147_483_647)))
        .min(1)
        .max(24),
    ),
});

export const productCards = z.object({ items: z.array(productCard) }).meta({ id: 'ProductCards' });
