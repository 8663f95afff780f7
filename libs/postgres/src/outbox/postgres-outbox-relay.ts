import pg from 'pg';
import {
  pollUntilEmpty,
  publishOrSetAside,
  type OutgoingEvent,
  type Publisher,
  type Relay,
} from '@quayside/messaging';
import { createLoop, type Logger } from '@quayside/runtime';
import { outboxChannel } from './postgres-outbox.ts';

/** First half of the advisory lock's key, so that other users of advisory locks do not meet it. */
const lockSpace = 0x6f7574;
const batchSize = 500;

/**
 * The relay that holds the advisory lock publishes, the others stand by and ask for the lock every `standbyMs`. Lock,
 * reading and deleting share one connection, so a relay that lost its connection lost its lock and deletes nothing;
 * when a process dies its connection ends and another relay takes over.
 */
export const createPostgresOutboxRelay = (options: {
  /** Asked by `drain` only. */
  pool: pg.Pool;
  connectionString: string;
  publisher: Pick<Publisher, 'publish'>;
  logger: Logger;
  pollMs?: number;
  standbyMs?: number;
}): Relay => {
  const { pool, connectionString, publisher, logger, pollMs = 5000, standbyMs = 1000 } = options;
  let session: pg.Client | undefined;
  let leading = false;

  const leave = async (): Promise<void> => {
    const left = session;
    session = undefined;
    leading = false;
    await left?.end().catch(() => undefined);
  };

  /** A connection that ends while the relay waits is replaced at once: without it no commit wakes us. */
  const onEnd = (ended: pg.Client): void => {
    if (ended !== session) return;
    session = undefined;
    leading = false;
    loop.wake();
  };

  const pass = async (): Promise<number> => {
    try {
      session ??= await openSession(connectionString, { onNotification: () => loop.wake(), onEnd });
      leading ||= await tryLead(session);
      if (!leading) return standbyMs;
      return (await publishBatch(session, { publisher, logger })) ? pollMs : 0;
    } catch (error) {
      await leave();
      throw error;
    }
  };

  const loop = createLoop({ name: 'the Postgres outbox relay', logger, pass });

  return {
    start: async () => loop.start(),
    wake: () => loop.wake(),
    drain: () =>
      pollUntilEmpty('The Postgres outbox', async () => {
        const { rowCount } = await pool.query('SELECT 1 FROM outbox LIMIT 1');
        return rowCount === 0;
      }),
    close: async () => {
      await loop.close();
      await leave();
    },
  };
};

const openSession = async (
  connectionString: string,
  { onNotification, onEnd }: { onNotification: () => void; onEnd: (ended: pg.Client) => void },
): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString,
    application_name: 'outbox relay',
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
    keepAlive: true,
  });
  client.on('notification', onNotification);
  client.on('error', () => undefined); // 'end' follows
  client.on('end', () => onEnd(client));
  try {
    await client.connect();
    // The server notices a vanished host in seconds and frees the lock.
    await client.query(`
      SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3;
      LISTEN ${outboxChannel}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
};

const tryLead = async (session: pg.Client): Promise<boolean> => {
  const { rows } = await session.query<{ leads: boolean }>(
    `SELECT pg_try_advisory_lock(${lockSpace}, 'outbox'::regclass::oid::int) AS leads`,
  );
  return rows[0]?.leads === true;
};

/** @returns whether the outbox was empty afterwards */
const publishBatch = async (
  session: pg.Client,
  options: { publisher: Pick<Publisher, 'publish'>; logger: Logger },
): Promise<boolean> => {
  const { rows } = await session.query<{ position: string; event: OutgoingEvent }>({
    name: 'outbox-read',
    text: `SELECT position, event FROM outbox ORDER BY position LIMIT ${batchSize}`,
  });
  if (rows.length === 0) return true;
  const setAside = (refused: OutgoingEvent) =>
    session.query(
      `WITH refused AS (DELETE FROM outbox WHERE position = $1 RETURNING event)
       INSERT INTO outbox_refused (event) SELECT event FROM refused`,
      [rows.find(({ event }) => event === refused)?.position],
    );
  const events = rows.map(({ event }) => event);
  if (!(await publishOrSetAside({ ...options, setAside }, events))) return false;
  await session.query({
    name: 'outbox-delete',
    text: 'DELETE FROM outbox WHERE position = ANY($1::bigint[])',
    values: [rows.map(({ position }) => position)],
  });
  return rows.length < batchSize;
};
