import type { Logger } from '@quayside/runtime';
import { Pool } from 'pg';

/** A pool whose every wait is bounded: for a connection, for a statement, for a forgotten transaction. */
export const createPool = (options: { connectionString: string; logger: Logger }): Pool => {
  const pool = new Pool({
    connectionString: options.connectionString,
    application_name: 'catalog',
    max: 10,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    lock_timeout: 4_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  pool.on('error', (error) => options.logger.warn({ err: error }, 'an idle database connection was lost'));
  return pool;
};
