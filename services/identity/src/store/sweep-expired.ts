import type { Pool } from 'pg';
import { guestKeyDays } from './guest-key-store.ts';

const batch = 1000;

/**
 * Deletes what has expired, in batches so that no statement holds many rows. A reader never sees expired rows in
 * any case; this only gives the space back. Resolves to the number of rows deleted.
 */
export const sweepExpired = async (pool: Pool): Promise<number> => {
  const models = await pool.query(
    `DELETE FROM oidc_models WHERE (model, id) IN
       (SELECT model, id FROM oidc_models WHERE expires_at < now() LIMIT $1 FOR UPDATE SKIP LOCKED)`,
    [batch],
  );
  const attempts = await pool.query(
    `DELETE FROM sign_in_attempts WHERE key IN
       (SELECT key FROM sign_in_attempts WHERE last_at < now() - INTERVAL '1 day' LIMIT $1 FOR UPDATE SKIP LOCKED)`,
    [batch],
  );
  await pool.query(
    `DELETE FROM security_events WHERE position IN
       (SELECT position FROM security_events WHERE kept_at < now() - INTERVAL '180 days' ORDER BY kept_at LIMIT $1)`,
    [batch],
  );
  await pool.query('DELETE FROM outside_departures WHERE expires_at < now()');
  await pool.query('DELETE FROM outside_arrivals WHERE expires_at < now()');
  await pool.query('DELETE FROM signing_keys WHERE expires_at < now()');
  await pool.query('DELETE FROM guest_keys WHERE published_at < now() - make_interval(days => $1)', [
    guestKeyDays,
  ]);
  const swept = (models.rowCount ?? 0) + (attempts.rowCount ?? 0);
  return models.rowCount === batch ? swept + (await sweepExpired(pool)) : swept;
};
