import { connectWithRetry, type Lifecycle, type Logger } from '@quayside/runtime';
import type { Pool } from 'pg';
import type { Migration } from './migration.ts';
import { requireSchema } from './require-schema.ts';

/**
 * Runs `start` as soon as the schema is there, for what must not run before: an event met without its tables would
 * end among the dead letters. Returns at once; a stop of the process ends the wait, and waits for `start`.
 */
export const onceMigrated = (
  options: { pool: Pool; migrations: readonly Migration[]; lifecycle: Lifecycle; logger: Logger },
  start: () => Promise<void>,
): void => {
  const { pool, migrations, lifecycle, logger } = options;
  const stopping = new AbortController();
  const schemaIsThere = async () => {
    await requireSchema(pool, migrations);
    return true;
  };
  const started = connectWithRetry('schema', schemaIsThere, { logger, signal: stopping.signal }).then(
    (isThere) => (isThere && !stopping.signal.aborted ? start() : undefined),
  );
  lifecycle.add('wait for the schema', async () => {
    stopping.abort();
    await started;
  });
};
