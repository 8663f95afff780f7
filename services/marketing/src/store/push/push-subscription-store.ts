import { answerOr } from '@quayside/messaging';
import { inTransaction, postgresIsAway } from '@quayside/postgres';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { PushesUnavailable } from '../../domain/push-errors.ts';
import { guestsForgottenBefore, subscriptionsAtMost } from '../../domain/push.ts';
import type { PushSubscriptions } from '../../usecases/push-subscriptions.ts';

const answerOrUnavailable = answerOr(postgresIsAway, (cause) => new PushesUnavailable({ cause }));

/** A browser that changes hands is its last owner's; nobody subscribes for an account that was deleted a moment ago. */
const keepSql = (isOfOrder: boolean) => `
  INSERT INTO push_subscriptions AS kept (id, endpoint, p256dh, auth, language, owner_id, order_id, subscribed_at)
  SELECT $1, $2, $3, $4, $5, $6::uuid, $7::uuid, $8
   WHERE NOT EXISTS (SELECT FROM users WHERE users.id = $6 AND deleted)
  ON CONFLICT ${isOfOrder ? '(endpoint, order_id) WHERE order_id IS NOT NULL' : '(endpoint) WHERE order_id IS NULL'}
  DO UPDATE SET p256dh = excluded.p256dh, auth = excluded.auth, language = excluded.language,
                owner_id = excluded.owner_id,
                subscribed_at = CASE WHEN kept.owner_id = excluded.owner_id THEN kept.subscribed_at
                                     ELSE excluded.subscribed_at END`;

const keepFewSql = `
  DELETE FROM push_subscriptions WHERE id IN
    (SELECT id FROM push_subscriptions WHERE owner_id = $1 ORDER BY subscribed_at DESC, id DESC
     OFFSET ${subscriptionsAtMost})`;

export const createPushSubscriptions = ({
  pool,
  now,
}: {
  pool: Pool;
  now: () => Date;
}): PushSubscriptions => ({
  of: async (ownerId) => {
    const { rows } = await answerOrUnavailable(
      pool.query<{ endpoint: string; language: string; subscribedAt: Date }>(
        `SELECT endpoint, language, subscribed_at AS "subscribedAt" FROM push_subscriptions
          WHERE owner_id = $1 ORDER BY subscribed_at DESC, id DESC`,
        [ownerId],
      ),
    );
    return rows.map(({ endpoint, language, subscribedAt }) => ({
      service: new URL(endpoint).host,
      language,
      subscribedAt: subscribedAt.toISOString(),
    }));
  },
  keep: ({ endpoint, keys, language, ownerId, orderId }) =>
    answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        await tx.query(keepSql(orderId !== undefined), [
          ...[uuidv7(), endpoint, keys.p256dh, keys.auth, language, ownerId, orderId ?? null, now()],
        ]);
        await tx.query(keepFewSql, [ownerId]);
      }),
    ),
  end: async (endpoint) => {
    await answerOrUnavailable(pool.query('DELETE FROM push_subscriptions WHERE endpoint = $1', [endpoint]));
  },
});

/** Forgets browsers that followed a guest's order, once it is long over. */
export const createForgetOldSubscriptions =
  ({ pool, now }: { pool: Pool; now: () => Date }) =>
  async (): Promise<void> => {
    await pool.query('DELETE FROM push_subscriptions WHERE order_id IS NOT NULL AND subscribed_at < $1', [
      guestsForgottenBefore(now()),
    ]);
  };
