import { createHash } from 'node:crypto';
import { Client, type DatabaseError } from 'pg';
import type { Migration } from './migration.ts';

/** One migration at a time in one database, whichever process runs it. */
const migrationLock = 0x6d6967;

/** A migration that waits for a table holds up every query behind it: rather fail, with nothing changed. */
const tableLockTimeout = '10s';

const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex');

/** A connection of its own: a migration may take longer than a pool lets a statement run. */
const connect = async (connectionString: string): Promise<Client> => {
  const client = new Client({
    connectionString,
    application_name: 'migrations',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => undefined); // the query under way rejects
  await client.connect();
  return client;
};

const appliedBefore = async (client: Client): Promise<ReadonlyMap<string, string>> => {
  await client.query(`
    CREATE TABLE IF NOT EXISTS schema_migrations (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM schema_migrations',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
};

const isDue = ({ name, sql, repeatable }: Migration, applied: ReadonlyMap<string, string>): boolean => {
  const known = applied.get(name);
  if (known === checksum(sql)) return false;
  if (known === undefined || repeatable) return true;
  throw new Error(`Migration ${name} was edited after it was applied; write a new one instead`);
};

const apply = async (client: Client, { name, sql }: Migration): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = now()`,
      [name, checksum(sql)],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // lost with its connection
    const { message, position } = error as DatabaseError;
    const line = position === undefined ? '' : `, line ${sql.slice(0, Number(position)).split('\n').length}`;
    throw new Error(`Migration ${name}${line} failed: ${message}`, { cause: error });
  }
};

/**
 * Brings a schema forward, never back: the given migrations in their order, each once and in a transaction of its
 * own, repeatable ones again when their text has changed. Processes that migrate the same database at once take
 * turns, however long that is.
 *
 * @returns the names of those applied now
 * @throws Error for a migration that was edited after it was applied; then none is applied
 */
export const runMigrations = async (
  connectionString: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> => {
  const client = await connect(connectionString);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(`SET lock_timeout = '${tableLockTimeout}'`);
    const applied = await appliedBefore(client);
    const due = migrations.filter((migration) => isDue(migration, applied));
    for (const migration of due) await apply(client, migration);
    return due.map(({ name }) => name);
  } finally {
    await client.end().catch(() => undefined); // the lock ends with the connection
  }
};
