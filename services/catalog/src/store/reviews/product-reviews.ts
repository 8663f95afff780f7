import { inTransaction } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { ReviewIsYourOwn, ReviewNotFound, ReviewNotYoursToWrite } from '../../domain/review-errors.ts';
import type { Review } from '../../domain/review.ts';
import type { Reviews } from '../../usecases/reviews.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { prepared } from '../prepared.ts';
import { otherSlugs } from '../product-of-slug.ts';
import { ratingOf } from './rating-of.ts';
import {
  productIdOf,
  rateAnew,
  reviewColumns,
  reviewTables,
  toReview,
  type ReviewRow,
} from './review-rows.ts';

const orders = {
  helpful: 'helpful DESC, written_at DESC, reviews.id',
  newest: 'written_at DESC, reviews.id',
} as const;

/** $1: the product, $2: how many stars or null, then from where and how many. */
export const shownReviewsSql = (sort: keyof typeof orders): string => `
  SELECT ${reviewColumns} FROM ${reviewTables}
   WHERE product_id = $1 AND state = 'published' AND ($2::int IS NULL OR stars = $2)
   ORDER BY ${orders[sort]} OFFSET $3 LIMIT $4`;

const starsSql = `SELECT stars, count(*)::int AS count FROM reviews
  WHERE product_id = $1 AND state = 'published' GROUP BY stars`;

const ownReview = async (
  db: Pool | ClientBase,
  accountId: string,
  productId: number,
): Promise<Review | undefined> => {
  const { rows } = await db.query<ReviewRow>(
    `SELECT ${reviewColumns} FROM ${reviewTables} WHERE product_id = $1 AND account_id = $2`,
    [productId, accountId],
  );
  return rows[0] && toReview(rows[0]);
};

const ofProduct =
  (pool: Pool): Reviews['ofProduct'] =>
  async (slug, { page, pageSize, sort, stars }) => {
    const productId = await productIdOf(pool, slug);
    const [found, counted] = await Promise.all([
      pool.query<ReviewRow>(
        prepared(shownReviewsSql(sort), [productId, stars ?? null, (page - 1) * pageSize, pageSize]),
      ),
      pool.query<{ stars: number; count: number }>(prepared(starsSql, [productId])),
    ]);
    const distribution = [1, 2, 3, 4, 5].map(
      (wanted) => counted.rows.find((row) => row.stars === wanted)?.count ?? 0,
    );
    const count = distribution.reduce((all, one) => all + one, 0);
    const sum = distribution.reduce((all, one, at) => all + one * (at + 1), 0);
    return {
      reviews: found.rows.map(toReview),
      totalItems: stars === undefined ? count : (distribution[stars - 1] ?? 0),
      ...(count > 0 && { rating: ratingOf(sum, count) }),
      distribution,
    };
  };

const vote =
  (pool: Pool): Reviews['vote'] =>
  (accountId, reviewId, isHelpful) =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ own: boolean }>(
        `SELECT account_id IS NOT DISTINCT FROM $2::uuid AS own FROM reviews
          WHERE id = $1 AND state = 'published' FOR UPDATE`,
        [reviewId, accountId],
      );
      if (!rows[0]) throw new ReviewNotFound(reviewId);
      if (isHelpful && rows[0].own) throw new ReviewIsYourOwn();
      const { rowCount } = isHelpful
        ? await tx.query(
            'INSERT INTO review_votes (review_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
            [reviewId, accountId],
          )
        : await tx.query('DELETE FROM review_votes WHERE review_id = $1 AND account_id = $2', [
            reviewId,
            accountId,
          ]);
      if (rowCount === 0) return;
      await tx.query('UPDATE reviews SET helpful = helpful + $2 WHERE id = $1', [
        reviewId,
        isHelpful ? 1 : -1,
      ]);
    });

/** Reviews as shoppers read and write them. A product that gets or loses a shown one is rated anew. */
export const createReviews = ({
  pool,
  now,
  onRated,
}: {
  pool: Pool;
  now: () => Date;
  /** Called after a commit that changed what a product's reviews come to. */
  onRated: () => void;
}): Reviews => ({
  ofProduct: (...asked) => answerOrUnavailable(ofProduct(pool)(...asked)),
  partOf: (accountId, slug) =>
    answerOrUnavailable(
      (async () => {
        const productId = await productIdOf(pool, slug);
        const [bought, review, votes] = await Promise.all([
          pool.query('SELECT 1 FROM purchases WHERE account_id = $1 AND product_id = $2', [
            accountId,
            productId,
          ]),
          ownReview(pool, accountId, productId),
          pool.query<{ id: string }>(
            `SELECT review_id AS id FROM review_votes JOIN reviews ON reviews.id = review_id
              WHERE review_votes.account_id = $1 AND product_id = $2`,
            [accountId, productId],
          ),
        ]);
        return {
          mayWrite: bought.rowCount === 1,
          ...(review && { review }),
          foundHelpful: votes.rows.map(({ id }) => id),
        };
      })(),
    ),
  write: async (accountId, slug, { stars, title, body, author }) => {
    const written = await answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const productId = await productIdOf(tx, slug);
        const bought = await tx.query('SELECT 1 FROM purchases WHERE account_id = $1 AND product_id = $2', [
          accountId,
          productId,
        ]);
        if (bought.rowCount === 0) throw new ReviewNotYoursToWrite();
        await tx.query(
          `INSERT INTO reviews (id, product_id, account_id, stars, title, body, author, written_at, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
           ON CONFLICT (product_id, account_id) DO UPDATE
             SET stars = excluded.stars, title = excluded.title, body = excluded.body, author = excluded.author,
                 state = 'pending', refusal = NULL, reply = NULL, written_at = excluded.written_at,
                 changed_at = excluded.changed_at, version = reviews.version + 1`,
          [uuidv7(), productId, accountId, stars, title, body, author, now()],
        );
        await rateAnew(tx, [productId]);
        return (await ownReview(tx, accountId, productId)) as Review;
      }),
    );
    onRated();
    return written;
  },
  withdraw: async (accountId, slug) => {
    await answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const productId = await productIdOf(tx, slug);
        await tx.query('DELETE FROM reviews WHERE product_id = $1 AND account_id = $2', [
          productId,
          accountId,
        ]);
        await rateAnew(tx, [productId]);
      }),
    );
    onRated();
  },
  allOf: async (accountId) => {
    const { rows } = await answerOrUnavailable(
      pool.query<ReviewRow>(
        `SELECT ${reviewColumns}, ${otherSlugs} AS "productSlugs"
           FROM ${reviewTables} WHERE account_id = $1 ORDER BY written_at DESC, reviews.id`,
        [accountId],
      ),
    );
    return rows.map(toReview);
  },
  vote: (...said) => answerOrUnavailable(vote(pool)(...said)),
});
