import type { Inbox } from '@quayside/messaging';
import type { Pool, PoolClient } from 'pg';

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

  return {
    once: async (event, effect) => {
      await pruneWhenDue();
      const tx = await pool.connect();
      try {
        await tx.query('BEGIN');
        const { rowCount } = await tx.query({
          name: 'inbox-record',
          text: 'INSERT INTO inbox (event_id) VALUES ($1) ON CONFLICT DO NOTHING',
          values: [event.id],
        });
        const isNew = rowCount === 1;
        if (isNew) await effect(tx);
        await tx.query(isNew ? 'COMMIT' : 'ROLLBACK');
        tx.release();
        return isNew ? 'handled' : 'duplicate';
      } catch (error) {
        const broken = await tx.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        tx.release(broken);
        throw error;
      }
    },
  };
};
