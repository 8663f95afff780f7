import type { Pool } from 'pg';

const batch = 1000;

/**
 * Deletes what has expired, in batches so that no statement holds many rows. A reader never sees expired rows in
 * any case; this only gives the space back. Resolves to the number of rows deleted.
 */
export const sweepExpired = async (pool: Pool): Promise<number> => {
  const models = await pool.query(
    `delete from oidc_models where (model, id) in
       (select model, id from oidc_models where expires_at < now() limit $1 for update skip locked)`,
    [batch],
  );
  const attempts = await pool.query(
    `delete from sign_in_attempts where key in
       (select key from sign_in_attempts where last_at < now() - interval '1 day' limit $1 for update skip locked)`,
    [batch],
  );
  await pool.query('delete from signing_keys where expires_at < now()');
  const swept = (models.rowCount ?? 0) + (attempts.rowCount ?? 0);
  return models.rowCount === batch ? swept + (await sweepExpired(pool)) : swept;
};
