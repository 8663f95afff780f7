import type { Pool } from 'pg';
import { identityTables } from './migrations/0001-identity.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [{ name: '0001-identity', sql: identityTables }];

/** One at a time in one database, whoever starts it. */
const migrationLock = 8_101_001;

/** Runs what has not run yet, each migration once, all in one transaction. Resolves to the names of those run. */
export const migrate = async (pool: Pool, steps: readonly Migration[]): Promise<readonly string[]> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query(
      'create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migrations');
    const done = new Set(rows.map(({ name }) => name));
    const due = steps.filter(({ name }) => !done.has(name));
    for (const { name, sql } of due) {
      await client.query(sql);
      await client.query('insert into migrations (name) values ($1)', [name]);
    }
    await client.query('commit');
    return due.map(({ name }) => name);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
};
