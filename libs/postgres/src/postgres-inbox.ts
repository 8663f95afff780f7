import type { Inbox } from '@quayside/messaging';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './in-transaction.ts';

const pruneEveryMs = 3_600_000;

/**
 * Records event ids in the table `inbox` (see `postgresOutbox.migration`) in the transaction handed to the effect.
 *
 * It guards against the repeats of every day: a relay or a consumer that died in between. Ids older than 30 days are
 * deleted now and then, while topics keep their events for ever, so a replay (offsets set back) brings events the
 * inbox no longer knows. An effect must bear that by itself: by the aggregate's version, a unique key, or a state that
 * remembers what was done.
 */
export const postgresInbox = (pool: Pool): Inbox<PoolClient> => {
  let nextPrune = Date.now() + pruneEveryMs;

  const pruneWhenDue = async (): Promise<void> => {
    if (Date.now() < nextPrune) return;
    nextPrune = Date.now() + pruneEveryMs;
    await pool.query(`DELETE FROM inbox WHERE handled_at < now() - interval '30 days'`);
  };

  /** @returns the ids that were not there yet */
  const record = async (tx: PoolClient, ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const { rows } = await tx.query<{ event_id: string }>({
      name: 'inbox-record',
      // In order of id, so that two consumers with the same events wait for each other instead of deadlocking.
      text: `INSERT INTO inbox (event_id) SELECT DISTINCT unnest($1::uuid[]) ORDER BY 1
             ON CONFLICT DO NOTHING RETURNING event_id`,
      values: [ids],
    });
    return new Set(rows.map(({ event_id }) => event_id));
  };

  return {
    once: async (event, effect) => {
      await pruneWhenDue();
      return inTransaction(pool, async (tx) => {
        const isNew = (await record(tx, [event.id])).size === 1;
        if (isNew) await effect(tx);
        return isNew ? 'handled' : 'duplicate';
      });
    },
    onceForAll: async (events, effect) => {
      await pruneWhenDue();
      await inTransaction(pool, async (tx) => {
        const fresh = await record(
          tx,
          events.map(({ id }) => id),
        );
        if (fresh.size > 0) await effect(tx, fresh);
      });
    },
  };
};
