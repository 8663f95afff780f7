import type { Pool } from 'pg';

/** Registrations said names and e-mail addresses in release 0.1. */
export const namesSomebody = (data: object): boolean => 'email' in data;

/** Events of that form which were never sent. */
export const unsentNames = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM outbox WHERE event->'data' ? 'email'`,
  );
  return rows[0]?.count ?? 0;
};

export const countAccounts = async (pool: Pool) => {
  const { rows } = await pool.query<{ accounts: number; admins: number; sealedKeys: number }>(
    `SELECT (SELECT count(*)::integer FROM users) AS accounts,
            (SELECT count(*)::integer FROM users WHERE 'admin' = ANY (roles)) AS admins,
            (SELECT count(*)::integer FROM signing_keys WHERE sealed_jwk IS NOT NULL) AS "sealedKeys"`,
  );
  return rows[0] ?? { accounts: 0, admins: 0, sealedKeys: 0 };
};
