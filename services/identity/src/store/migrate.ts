import type { Pool } from 'pg';
import { identityTables } from './migrations/0001-identity.ts';
import { transaction } from './transaction.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [{ name: '0001-identity', sql: identityTables }];

/** One at a time in one database, whoever starts it. */
const migrationLock = 8_101_001;

/** Runs what has not run yet, each migration once, all in one transaction. Resolves to the names of those run. */
export const migrate = (pool: Pool, steps: readonly Migration[]): Promise<readonly string[]> =>
  transaction(pool, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await tx.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, ran_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await tx.query<{ name: string }>('SELECT name FROM migrations');
    const done = new Set(rows.map(({ name }) => name));
    const due = steps.filter(({ name }) => !done.has(name));
    for (const { name, sql } of due) {
      await tx.query(sql);
      await tx.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
    return due.map(({ name }) => name);
  });
