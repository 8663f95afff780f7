import type { Pool, PoolClient } from 'pg';
import { linkLifetimeMs, type OneTimeLink } from '../domain/one-time-link.ts';

const columns = 'id, user_id AS "userId", purpose, email';

/** Ends a link. Of two at once one gets it. */
export const takeLink = async (tx: PoolClient, id: string, now: Date): Promise<OneTimeLink | undefined> => {
  const { rows } = await tx.query<OneTimeLink>(
    `DELETE FROM one_time_links WHERE id = $1 AND expires_at > $2 RETURNING ${columns}`,
    [id, now],
  );
  return rows[0];
};

/** Links that mails hold. */
export const createLinkStore = (pool: Pool) => ({
  /** A link that is there already stays as it is. */
  add: async (link: OneTimeLink, now: Date): Promise<void> => {
    await pool.query(
      `INSERT INTO one_time_links (id, user_id, purpose, email, expires_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO NOTHING`,
      [
        link.id,
        link.userId,
        link.purpose,
        link.email,
        new Date(now.getTime() + linkLifetimeMs[link.purpose]),
      ],
    );
  },
  find: async (id: string, now: Date): Promise<OneTimeLink | undefined> => {
    const { rows } = await pool.query<OneTimeLink>({
      name: 'link-by-id',
      text: `SELECT ${columns} FROM one_time_links WHERE id = $1 AND expires_at > $2`,
      values: [id, now],
    });
    return rows[0];
  },
});
