import type { Pool } from 'pg';
import type { Migration } from './migration.ts';

/**
 * The health check of a database: resolves when it answers and every one of `migrations` was applied. A schema that
 * is ahead of the code is fine, so a process stays ready while its successor is rolled out.
 *
 * @throws Error that says what is missing
 */
export const requireSchema = async (pool: Pool, migrations: readonly Migration[]): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>('SELECT name FROM schema_migrations');
  const applied = new Set(rows.map(({ name }) => name));
  const missing = migrations.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`the schema lacks ${missing.join(', ')}: run the migration`);
};
