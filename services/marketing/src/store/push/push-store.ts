import { createPostgresDueWorkQueue, inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { DuePush, PushMatter, PushWorkKind } from '../../domain/push.ts';
import type { WaitingPushes } from '../../usecases/send-push.ts';

/** When which work on messages is due. What was handed over is not work any more. */
export const createPushQueue = ({ pool, now }: { pool: Pool; now: () => Date }) =>
  createPostgresDueWorkQueue<PushWorkKind>({ pool, table: 'pushes', isOpen: `state = 'queued'`, now });

type DueRow = Omit<DuePush, 'keys'> & { p256dh: string; auth: string };

/** Whoever subscribed after it happened is not told; a browser that is subscribed twice is told once. */
const deliverSql = `
  INSERT INTO pushes (id, kind, told, order_id, about, buyer_id, subscription_id, order_number, correlation_id, traceparent)
  SELECT DISTINCT ON (endpoint) gen_random_uuid(), 'deliver', told, told_of.order_id, about, $2::uuid, browser.id, $3,
         correlation_id, traceparent
    FROM pushes AS told_of
    JOIN push_subscriptions AS browser
      ON browser.owner_id = $2 AND (browser.order_id IS NULL OR browser.order_id = told_of.order_id)
         AND browser.subscribed_at <= told_of.queued_at
   WHERE told_of.id = $1
   ORDER BY endpoint, browser.order_id NULLS FIRST
  ON CONFLICT (subscription_id, order_id, told, about) WHERE kind = 'deliver' DO NOTHING`;

export const createWaitingPushes = (pool: Pool): WaitingPushes => ({
  announcement: async (id) => {
    const { rows } = await pool.query<PushMatter>(
      `SELECT told AS kind, order_id AS "orderId", about FROM pushes WHERE id = $1 AND state = 'queued'`,
      [id],
    );
    return rows[0];
  },
  announce: (id, { buyerId, number }) =>
    inTransaction(pool, async (tx) => {
      const { rowCount } = await tx.query(
        `UPDATE pushes SET state = 'settled', settled_at = now(), buyer_id = $2 WHERE id = $1 AND state = 'queued'`,
        [id, buyerId],
      );
      if (rowCount === 1) await tx.query(deliverSql, [id, buyerId, number]);
    }),
  drop: async (id) => {
    await pool.query(
      `UPDATE pushes SET state = 'settled', settled_at = now(), outcome = 'nothing-to-tell'
        WHERE id = $1 AND state = 'queued'`,
      [id],
    );
  },
  take: async (id) => {
    const { rows } = await pool.query<DueRow>(
      `UPDATE pushes SET state = 'handed-over' FROM push_subscriptions AS browser
        WHERE pushes.id = $1 AND state = 'queued' AND browser.id = subscription_id
        RETURNING pushes.id, told AS kind, pushes.order_id AS "orderId", order_number AS number, language, endpoint,
                  p256dh, auth`,
      [id],
    );
    if (!rows[0]) return undefined;
    const { p256dh, auth, ...push } = rows[0];
    return { ...push, keys: { p256dh, auth } };
  },
  putBack: async (id) => {
    await pool.query(`UPDATE pushes SET state = 'queued' WHERE id = $1 AND state = 'handed-over'`, [id]);
  },
  settle: async (id, as) => {
    await pool.query(`UPDATE pushes SET state = 'settled', outcome = $2, settled_at = now() WHERE id = $1`, [
      id,
      as,
    ]);
  },
  forgetBrowser: async (endpoint) => {
    await pool.query('DELETE FROM push_subscriptions WHERE endpoint = $1', [endpoint]);
  },
});
