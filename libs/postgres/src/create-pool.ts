import type { Logger } from '@quayside/runtime';
import { Pool } from 'pg';

/**
 * A pool of ten connections whose every wait is bounded: for a connection, for a lock, for a statement, for an
 * answer, for a forgotten transaction. An idle connection that is lost is replaced at the next query and leaves a
 * line in the log.
 *
 * @param options.application how the server names these connections
 */
export const createPool = (options: {
  connectionString: string;
  application: string;
  logger: Logger;
}): Pool => {
  const pool = new Pool({
    connectionString: options.connectionString,
    application_name: options.application,
    max: 10,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    // Shorter than a statement, so that a wait for a lock is known as such and tried again.
    lock_timeout: 4_000,
    statement_timeout: 5_000,
    // For a server that says nothing any more, not even that.
    query_timeout: 6_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  // Without listeners the process would end: of the pool for idle connections, of each for a transaction that is between
  // two statements, whose next one rejects.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => options.logger.warn({ err: error }, 'an idle database connection was lost'));
  return pool;
};
