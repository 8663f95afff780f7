import type { OutgoingEvent } from '@quayside/messaging';
import type { OpenOutboxStore } from '@quayside/messaging/conformance';
import pg from 'pg';
import { createPostgresOutboxRelay, postgresOutbox } from '../src/index.ts';

const subjectOf = (events: readonly OutgoingEvent[]): string => events[0]?.subject ?? '';

export const openOutboxStore: OpenOutboxStore = async (url) => {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined);
  await pool.query(`CREATE TABLE IF NOT EXISTS aggregates (id text PRIMARY KEY, version int NOT NULL)`);
  await pool.query(postgresOutbox.migration.sql);
  const write = async (...events: OutgoingEvent[]): Promise<void> => {
    const tx = await pool.connect();
    try {
      await tx.query('BEGIN');
      await tx.query(
        `INSERT INTO aggregates VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET version = aggregates.version + 1`,
        [subjectOf(events)],
      );
      await postgresOutbox.append(tx, ...events);
      await tx.query('COMMIT');
    } finally {
      tx.release();
    }
  };
  return {
    append: (_relay, ...events) => write(...events),
    appendAndDie: write,
    createRelay: (publisher, logger, { takeoverMs, pollMs }) =>
      createPostgresOutboxRelay({
        pool,
        connectionString: url,
        publisher,
        logger,
        standbyMs: takeoverMs,
        pollMs,
      }),
    refused: async () => {
      const { rows } = await pool.query<{ event: OutgoingEvent }>('SELECT event FROM outbox_refused');
      return rows.map(({ event }) => event);
    },
    close: () => pool.end(),
  };
};
