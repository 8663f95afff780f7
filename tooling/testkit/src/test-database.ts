import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testServiceUrl } from './test-services.ts';

export interface TestDatabase {
  url: string;
  pool: pg.Pool;
  /** Ends the pool and deletes the database, cutting whoever is still connected. */
  drop(): Promise<void>;
}

/** A new, empty Postgres database. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOnServer(`CREATE DATABASE ${name}`);
  const url = new URL(testServiceUrl('postgres'));
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 10 });
  pool.on('error', () => undefined);
  return {
    url: url.href,
    pool,
    drop: async () => {
      if (!pool.ended) await pool.end();
      await runOnServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
};

const runOnServer = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: testServiceUrl('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};
