import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import { ReviewNotFound } from '../../domain/review-errors.ts';
import type { Review } from '../../domain/review.ts';
import type { ReviewDesk, ReviewQuery } from '../../usecases/reviews.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { anywhere } from '../like.ts';
import {
  lockReview,
  rateAnew,
  reviewColumns,
  reviewTables,
  toReview,
  type ReviewRow,
} from './review-rows.ts';

const sorts: Readonly<Record<string, string>> = {
  written: 'written_at',
  stars: 'stars',
  changed: 'reviews.changed_at',
};

const orderBy = (sort = '-written'): string => {
  const by = sorts[sort.replace(/^-/, '')] ?? 'written_at';
  return sort.startsWith('-') ? `${by} DESC, reviews.id DESC` : `${by}, reviews.id`;
};

const filter = `($1::text IS NULL OR lower(title) LIKE $1 OR lower(body) LIKE $1 OR lower(products.name) LIKE $1)
  AND ($2::text IS NULL OR state = $2) AND ($3::int IS NULL OR stars = $3)`;

const page = async (pool: Pool, { q, state, stars, sort, page: at, pageSize }: ReviewQuery) => {
  const values = [q === undefined ? null : anywhere(q), state ?? null, stars ?? null];
  const [found, counted] = await Promise.all([
    pool.query<ReviewRow>(
      `SELECT ${reviewColumns} FROM ${reviewTables} WHERE ${filter} ORDER BY ${orderBy(sort)} LIMIT $4 OFFSET $5`,
      [...values, pageSize, (at - 1) * pageSize],
    ),
    pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${reviewTables} WHERE ${filter}`,
      values,
    ),
  ]);
  return { items: found.rows.map(toReview), totalItems: counted.rows[0]?.count ?? 0 };
};

/** What the log says: what staff decide, and nothing of what somebody wrote. */
const told = ({ state, refusal, reply }: Review) => ({ state, refusal, reply });

/** Reviews as staff read them. One that is shown, or is not any more, rates its product anew. */
export const createReviewDesk = ({
  pool,
  now,
  onRated,
}: {
  pool: Pool;
  now: () => Date;
  /** Called after a commit that changed what a product's reviews come to. */
  onRated: () => void;
}): ReviewDesk => ({
  page: (query) => answerOrUnavailable(page(pool, query)),
  find: async (id) => {
    const { rows } = await answerOrUnavailable(
      pool.query<ReviewRow>(`SELECT ${reviewColumns} FROM ${reviewTables} WHERE reviews.id = $1`, [id]),
    );
    if (!rows[0]) throw new ReviewNotFound(id);
    return toReview(rows[0]);
  },
  update: async (id, by, decide) => {
    const review = await answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        const before = await lockReview(tx, id);
        const decided = decide(before);
        if (!decided) return before;
        const { state, refusal, reply, version } = decided;
        await tx.query(
          'UPDATE reviews SET state = $2, refusal = $3, reply = $4, version = $5, changed_at = $6 WHERE id = $1',
          [id, state, refusal, reply, version, now()],
        );
        if (before.state !== state) await rateAnew(tx, [before.product.id]);
        const change = { entity: 'review', entityId: id, before: told(before), after: told(decided) };
        const action = before.state === state ? 'changed' : state;
        await postgresAuditLog.append(tx, by, { action, ...change });
        return lockReview(tx, id);
      }),
    );
    onRated();
    return review;
  },
});
