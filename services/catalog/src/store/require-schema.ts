import type { Pool } from 'pg';
import { allMigrations } from './migrations/all-migrations.ts';

/**
 * Resolves when the database is there and its schema is the one this code was written for, or a later one.
 *
 * @throws Error that says which of the two is missing
 */
export const requireSchema = async (pool: Pool): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM schema_migrations ORDER BY name DESC LIMIT 1`,
  );
  const newest = allMigrations.at(-1)?.name ?? '';
  if ((rows[0]?.name ?? '') < newest)
    throw new Error(`the schema is older than ${newest}: run the migration`);
};
