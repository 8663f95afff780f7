import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Migration } from './migrations/migration.ts';

/** Two processes that migrate the same database at once take turns on this advisory lock. */
const migrationLock = 8_102_001;

const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex');

const applyOnce = async (client: Client, { name, sql }: Migration, applied: ReadonlyMap<string, string>) => {
  const known = applied.get(name);
  if (known === checksum(sql)) return false;
  if (known) throw new Error(`Migration ${name} was edited after it was applied; write a new one instead`);
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [
      name,
      checksum(sql),
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  return true;
};

/**
 * Brings the schema forward: each migration once, in its own transaction, one process at a time.
 *
 * @param repeatable SQL that may run every time, such as the tables of a library.
 * @returns the names of those applied now.
 */
export const migrate = async (
  client: Client,
  migrations: readonly Migration[],
  repeatable: readonly string[] = [],
): Promise<string[]> => {
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  try {
    await client.query(`
      CREATE TABLE IF NOT EXISTS schema_migrations (
        name text PRIMARY KEY,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'SELECT name, checksum FROM schema_migrations',
    );
    const applied = new Map(rows.map((row) => [row.name, row.checksum]));
    const appliedNow: string[] = [];
    for (const migration of migrations) {
      if (await applyOnce(client, migration, applied)) appliedNow.push(migration.name);
    }
    for (const sql of repeatable) await client.query(sql);
    return appliedNow;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  }
};
