import type { ServiceStore } from '@quayside/messaging';
import { serviceUrl } from '@quayside/runtime';
import type { Pool, PoolClient } from 'pg';
import { createPool } from './create-pool.ts';
import type { Migration } from './migration.ts';
import { createPostgresOutboxRelay } from './outbox/postgres-outbox-relay.ts';
import { postgresOutbox } from './outbox/postgres-outbox.ts';
import { postgresInbox } from './postgres-inbox.ts';
import { postgresIsAway } from './postgres-is-away.ts';
import { requireSchema } from './require-schema.ts';

/** The variable by which a process finds its database. */
export const postgresConfig = {
  DATABASE_URL: serviceUrl(['postgres', 'postgresql'], "the service's own database"),
};

/**
 * A PostgreSQL database as a service stands on it: there once it answers and every one of `migrations` was applied,
 * with the outbox and the inbox of its own tables.
 */
export const postgresStore = ({
  migrations,
}: {
  migrations: readonly Migration[];
}): ServiceStore<{ DATABASE_URL: string }, { pool: Pool }, PoolClient> => ({
  open: ({ config, name, publisher, logger }) => {
    const connectionString = config.DATABASE_URL;
    const pool = createPool({ connectionString, application: name, logger });
    const schemaIsThere = () => requireSchema(pool, migrations);
    return {
      name: 'database',
      access: { pool },
      isAway: postgresIsAway,
      check: schemaIsThere,
      prepare: schemaIsThere,
      outboxBacklog: () => postgresOutbox.backlog(pool),
      relay: createPostgresOutboxRelay({ pool, connectionString, publisher, logger }),
      inbox: postgresInbox(pool),
      close: () => pool.end(),
    };
  },
});
