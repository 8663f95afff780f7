import { inTransaction } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { forgottenBefore } from '../../domain/stock-request.ts';

/** Watchers are locked before their requests by everybody, so that none goes while it gets another request. */
export const removeRequests = async (
  tx: ClientBase,
  watcherIds: readonly string[],
  which: string,
  values: readonly unknown[],
): Promise<void> => {
  await tx.query('SELECT 1 FROM stock_watchers WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
    watcherIds,
  ]);
  await tx.query(`DELETE FROM stock_requests WHERE watcher_id = ANY($1::uuid[]) AND (${which})`, [
    watcherIds,
    ...values,
  ]);
  await tx.query(
    `DELETE FROM stock_watchers WHERE id = ANY($1::uuid[])
        AND NOT EXISTS (SELECT FROM stock_requests WHERE watcher_id = stock_watchers.id)`,
    [watcherIds],
  );
};

/** What a mail was about is over with it. */
export const removeRequestOf = (pool: Pool, mailId: string): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ id: string; watcherId: string }>(
      `SELECT stock_requests.id, watcher_id AS "watcherId"
         FROM mails JOIN stock_requests ON stock_requests.id = request_id WHERE mails.id = $1`,
      [mailId],
    );
    for (const { id, watcherId } of rows) await removeRequests(tx, [watcherId], 'id = $2', [id]);
  });

const atOnce = 500;

/** Forgets what was asked for long ago, or not confirmed in time. */
export const createForgetOldRequests =
  ({ pool, now }: { pool: Pool; now: () => Date }) =>
  async (): Promise<void> => {
    const { asked, unconfirmed } = forgottenBefore(now());
    const isOld = (from: number) =>
      `asked_at < $${from} OR (confirmed_at IS NULL AND asked_at < $${from + 1})`;
    for (let found = atOnce; found === atOnce;) {
      const { rows } = await pool.query<{ id: string }>(
        `SELECT DISTINCT watcher_id AS id FROM stock_requests WHERE ${isOld(1)} LIMIT ${atOnce}`,
        [asked, unconfirmed],
      );
      found = rows.length;
      if (found > 0)
        await inTransaction(pool, (tx) =>
          removeRequests(
            tx,
            rows.map(({ id }) => id),
            isOld(2),
            [asked, unconfirmed],
          ),
        );
    }
  };
