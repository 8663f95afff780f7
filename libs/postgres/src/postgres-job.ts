import type { ProcessContext } from '@quayside/runtime';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { createPool } from './create-pool.ts';
import type { Migration } from './migration.ts';
import { runMigrations } from './run-migrations.ts';
import { waitForServer } from './wait-for-server.ts';

type WithDatabase = z.ZodObject & z.ZodType<{ DATABASE_URL: string }>;
type MayBeSeeded = WithDatabase & z.ZodType<{ SEED_DEMO_DATA?: boolean }>;

interface JobTools<Config> extends ProcessContext<Config> {
  pool: Pool;
}

/** A job on a service's database: `run` gets a pool, which ends with the job. To be run by `runJob`. */
export const postgresJob = <S extends WithDatabase>(job: {
  name: string;
  config: S;
  run(tools: JobTools<z.infer<S>>): Promise<void>;
}) => ({
  name: job.name,
  config: job.config,
  run: async (context: ProcessContext<z.infer<S>>): Promise<void> => {
    const { config, logger, lifecycle } = context;
    const pool = createPool({ connectionString: config.DATABASE_URL, application: job.name, logger });
    lifecycle.add('database', () => pool.end());
    await job.run({ ...context, pool });
  },
});

/**
 * The job that brings a service's schema forward once its server is there, any number of them at once taking turns,
 * and with `SEED_DEMO_DATA=true` puts in what a demonstration needs.
 */
export const postgresMigration = <S extends MayBeSeeded>(job: {
  name: string;
  config: S;
  migrations: readonly Migration[];
  /** What carries data over that SQL alone cannot, such as by events. Called each time, so it finds out what is left. */
  complete?(tools: JobTools<z.infer<S>>): Promise<void>;
  /** May be called on a database that has its data already. */
  seed?(tools: JobTools<z.infer<S>>): Promise<void>;
}) =>
  postgresJob({
    name: job.name,
    config: job.config,
    run: async (tools) => {
      const { config, logger } = tools;
      await waitForServer(config.DATABASE_URL, { logger });
      const applied = await runMigrations(config.DATABASE_URL, job.migrations);
      logger.info({ applied }, 'the schema is up to date');
      await job.complete?.(tools);
      if (config.SEED_DEMO_DATA) await job.seed?.(tools);
    },
  });
