import type { ClientBase } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { NewReview } from '../new-catalog.ts';
import { rateAnew } from './review-rows.ts';

/** Reviews that come with a shop: shown, and of nobody who has an account. */
export const addReviews = async (tx: ClientBase, reviews: readonly NewReview[]): Promise<void> => {
  if (reviews.length === 0) return;
  const rows = reviews.map(({ productId, daysAgo, ...review }) => ({
    id: uuidv7(),
    product_id: productId,
    days_ago: daysAgo,
    ...review,
  }));
  await tx.query(
    `INSERT INTO reviews (id, product_id, stars, title, body, author, helpful, reply, state, written_at, changed_at)
     SELECT id, product_id, stars, title, body, author, helpful, reply, 'published',
            now() - days_ago * interval '1 day', now()
       FROM json_to_recordset($1) AS row (id uuid, product_id int, stars int, title text, body text, author text,
                                          helpful int, reply text, days_ago int)`,
    [JSON.stringify(rows)],
  );
  await rateAnew(tx, [...new Set(reviews.map(({ productId }) => productId))]);
};
