import type { ClientBase, Pool } from 'pg';
import { ProductNotFound } from '../../domain/errors.ts';
import { ReviewNotFound } from '../../domain/review-errors.ts';
import type { Review } from '../../domain/review.ts';
import { prepared } from '../prepared.ts';
import { productOfSlug } from '../product-of-slug.ts';

export interface ReviewRow extends Omit<Review, 'product'> {
  productId: number;
  productSlug: string;
  productSlugs?: Record<string, string> | null;
  productName: string;
}

export const reviewColumns = `reviews.id, reviews.product_id AS "productId", products.slug AS "productSlug",
  products.name AS "productName", author, stars, title, body, state, refusal, reply, helpful,
  written_at AS "writtenAt", reviews.changed_at AS "changedAt", reviews.version`;
export const reviewTables = 'reviews JOIN products ON products.id = reviews.product_id';

export const toReview = ({
  productId,
  productSlug,
  productSlugs,
  productName,
  ...row
}: ReviewRow): Review => ({
  ...row,
  product: {
    ...{ id: productId, slug: productSlug, name: productName },
    ...(productSlugs && { slugs: productSlugs }),
  },
});

/**
 * The product that everybody may look at under this slug, or one that it had before.
 *
 * @throws {ProductNotFound}
 */
export const productIdOf = async (db: Pool | ClientBase, slug: string): Promise<number> => {
  const { rows } = await db.query<{ id: number }>(
    prepared(
      `SELECT id FROM products
        WHERE status = 'active' AND id = ${productOfSlug('$1')}`,
      [slug],
    ),
  );
  if (!rows[0]) throw new ProductNotFound(slug);
  return rows[0].id;
};

/** @throws {ReviewNotFound} */
export const lockReview = async (tx: ClientBase, id: string): Promise<Review> => {
  const { rows } = await tx.query<ReviewRow>(
    `SELECT ${reviewColumns} FROM ${reviewTables} WHERE reviews.id = $1 FOR UPDATE OF reviews`,
    [id],
  );
  if (!rows[0]) throw new ReviewNotFound(id);
  return toReview(rows[0]);
};

/** What the reviews that are shown come to, kept with the product. Locks it, so that of two at once each counts the other. */
export const rateAnew = async (tx: ClientBase, productIds: readonly number[]): Promise<void> => {
  await tx.query('SELECT 1 FROM products WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE', [
    productIds,
  ]);
  await tx.query(
    `UPDATE products SET rating_count = shown.count, rating_sum = shown.sum
       FROM (SELECT asked.id, count(stars)::int AS count, coalesce(sum(stars), 0)::int AS sum
               FROM unnest($1::int[]) AS asked (id)
               LEFT JOIN reviews ON reviews.product_id = asked.id AND state = 'published'
              GROUP BY asked.id) AS shown
      WHERE products.id = shown.id AND (rating_count, rating_sum) IS DISTINCT FROM (shown.count, shown.sum)`,
    [productIds],
  );
};
