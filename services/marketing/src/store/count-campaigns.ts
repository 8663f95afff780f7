import type { Pool } from 'pg';

export const countCampaigns = async (pool: Pool) => {
  const { rows } = await pool.query<{ campaigns: number; users: number; mailsToSend: number }>(
    `SELECT (SELECT count(*)::integer FROM campaigns) AS campaigns, (SELECT count(*)::integer FROM users) AS users,
            (SELECT count(*)::integer FROM mails WHERE state = 'queued') AS "mailsToSend"`,
  );
  return rows[0] ?? { campaigns: 0, users: 0, mailsToSend: 0 };
};
