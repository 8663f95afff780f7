import type { ClientBase } from 'pg';
import type { OutgoingEvent } from '@quayside/messaging';

/** The channel a commit wakes the relay on. */
export const outboxChannel = 'outbox';

/**
 * The outbox of a Postgres service. Append to it in the transaction that writes the state, after the aggregate's row
 * is locked or written: then the positions of one aggregate's events have the order of its changes.
 */
export const postgresOutbox = {
  /** Creates the tables of outbox and inbox, and that of the events Kafka refused, as a migration for `runMigrations`. */
  migration: {
    name: 'outbox',
    repeatable: true,
    sql: `
    CREATE TABLE IF NOT EXISTS outbox (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event jsonb NOT NULL
    );
    CREATE TABLE IF NOT EXISTS outbox_refused (
      event jsonb NOT NULL,
      refused_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE IF NOT EXISTS inbox (
      event_id uuid PRIMARY KEY,
      handled_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX IF NOT EXISTS inbox_handled_at ON inbox (handled_at);
    `,
  },

  /** Stores events in the caller's transaction; its commit wakes the relay in whichever process it runs. */
  async append(tx: ClientBase, ...events: readonly OutgoingEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query({
      name: 'outbox-append',
      text: `WITH appended AS (
               INSERT INTO outbox (event)
               SELECT event FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS list (event, place)
               ORDER BY place
             )
             SELECT pg_notify('${outboxChannel}', '')`,
      values: [JSON.stringify(events)],
    });
  },

  /** How many events wait, and since when the first does. */
  async backlog(pool: Pick<ClientBase, 'query'>): Promise<{ waiting: number; oldestAt?: Date }> {
    const { rows } = await pool.query<{ waiting: number; oldest: string | null }>(
      `SELECT count(*)::integer AS waiting,
              (SELECT event->>'time' FROM outbox ORDER BY position LIMIT 1) AS oldest FROM outbox`,
    );
    const { waiting = 0, oldest } = rows[0] ?? {};
    return { waiting, ...(oldest && { oldestAt: new Date(oldest) }) };
  },
};
