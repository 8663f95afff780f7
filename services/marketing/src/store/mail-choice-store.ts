import { answerOr } from '@quayside/messaging';
import { postgresIsAway } from '@quayside/postgres';
import type { Pool } from 'pg';
import { MailChoicesUnavailable } from '../domain/mail-choices-unavailable.ts';
import { StockLinkInvalid } from '../domain/stock-request-errors.ts';
import type { MailChoiceStore, ReviewMailReads } from '../usecases/mail-choices.ts';
import { idIn, isProven, newLinkKey, mailedLink } from '../usecases/mailed-links.ts';

const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new MailChoicesUnavailable({ cause }));

export const createMailChoices = (pool: Pool): MailChoiceStore => ({
  of: async (userId) => {
    const { rows } = await answerOrUnavailable(
      pool.query<{ reviewRequests: boolean }>(
        'SELECT review_requests AS "reviewRequests" FROM mail_choices WHERE user_id = $1',
        [userId],
      ),
    );
    return rows[0] ?? { reviewRequests: true };
  },
  choose: async (userId, choices) => {
    // Nobody chooses for an account that was deleted a moment ago.
    await answerOrUnavailable(
      pool.query(
        `INSERT INTO mail_choices (user_id, review_requests, link_key)
         SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM users WHERE id = $1 AND deleted)
         ON CONFLICT (user_id) DO UPDATE SET review_requests = excluded.review_requests`,
        [userId, choices.reviewRequests, newLinkKey()],
      ),
    );
    return choices;
  },
  end: async (link) => {
    const { rows } = await answerOrUnavailable(
      pool.query<{ linkKey: string }>('SELECT link_key AS "linkKey" FROM mail_choices WHERE user_id = $1', [
        idIn(link),
      ]),
    );
    if (!rows[0] || !isProven('end', link, rows[0].linkKey)) throw new StockLinkInvalid();
    await answerOrUnavailable(
      pool.query('UPDATE mail_choices SET review_requests = false WHERE user_id = $1', [idIn(link)]),
    );
  },
});

export const createReviewMailReads = (pool: Pool): ReviewMailReads => ({
  endLinkOf: async (userId) => {
    const { rows } = await pool.query<{ linkKey: string; isWanted: boolean }>(
      `INSERT INTO mail_choices AS kept (user_id, link_key)
       SELECT $1, $2 WHERE NOT EXISTS (SELECT FROM users WHERE id = $1 AND deleted)
       ON CONFLICT (user_id) DO UPDATE SET link_key = kept.link_key
       RETURNING link_key AS "linkKey", review_requests AS "isWanted"`,
      [userId, newLinkKey()],
    );
    return rows[0]?.isWanted ? mailedLink('end', userId, rows[0].linkKey) : undefined;
  },
  slugsOf: async (itemIds) => {
    const { rows } = await pool.query<{ id: number; slug: string; slugs: Record<string, string> | null }>(
      'SELECT id, slug, slugs FROM stocked_items WHERE id = ANY ($1::int[]) AND active AND slug IS NOT NULL',
      [itemIds],
    );
    return new Map(rows.map(({ id, slug, slugs }) => [id, { slug, ...(slugs && { slugs }) }]));
  },
});
