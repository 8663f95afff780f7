import type { ProcessContext } from '@quayside/runtime';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { createPool } from './create-pool.ts';
import type { Migration } from './migration.ts';
import { runMigrations } from './run-migrations.ts';

type WithDatabase = z.ZodObject & z.ZodType<{ DATABASE_URL: string }>;

/** Processes of all releases call their connections like their service. */
const stillConnected = async (pool: Pool, service: string): Promise<string[]> => {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()`,
    [service],
  );
  const count = rows[0]?.count ?? 0;
  return count > 0 ? [`${service} still runs: it has ${count} connection(s) to its database. Stop it`] : [];
};

const isOfARelease = async (pool: Pool): Promise<string[]> => {
  const { rows } = await pool.query<{ outbox: string | null }>(
    `SELECT to_regclass('outbox')::text AS outbox`,
  );
  return rows[0]?.outbox ? [] : ['the database has no tables of release 0.1. Is it the one of this service?'];
};

/** What release 0.1 left in a service's database, for `runCarryOver`: its migrations, and what is not done by SQL alone. */
export const postgresCarryOver = <S extends WithDatabase>(job: {
  service: string;
  config: S;
  migrations: readonly Migration[];
  open(tools: ProcessContext<z.infer<S>> & { pool: Pool }): {
    faults?(): Promise<readonly string[]>;
    /** After the migrations. */
    complete(): Promise<Readonly<Record<string, number>>>;
  };
}) => {
  const name = `${job.service}-carry-over`;
  return {
    name,
    config: job.config,
    open: (context: ProcessContext<z.infer<S>>) => {
      const { config, logger, lifecycle } = context;
      const pool = createPool({ connectionString: config.DATABASE_URL, application: name, logger });
      lifecycle.add('database', () => pool.end());
      const own = job.open({ ...context, pool });
      return {
        faults: async () => {
          const faults = [...(await isOfARelease(pool)), ...(await stillConnected(pool, job.service))];
          return faults.length > 0 ? faults : ((await own.faults?.()) ?? []);
        },
        carryOver: async () => {
          const applied = await runMigrations(config.DATABASE_URL, job.migrations);
          return { migrations: applied.length, ...(await own.complete()) };
        },
      };
    },
  };
};
