import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { ClientBase } from 'pg';

/** Which users there are, and were, in a transaction of the caller. Who they are is Identity's to know. */
export const usersIn = (tx: ClientBase) => ({
  keep: async (id: string): Promise<void> => {
    await tx.query('INSERT INTO users (id) VALUES ($1) ON CONFLICT (id) DO NOTHING', [id]);
  },

  /** Forgets what was to be mailed. That the user is gone stays, so that no event that comes again brings them back. */
  forget: async (id: string): Promise<void> => {
    await tx.query('DELETE FROM mails WHERE user_id = $1', [id]);
    await tx.query('DELETE FROM mails WHERE buyer_id = $1', [id]);
    await tx.query('DELETE FROM push_subscriptions WHERE owner_id = $1', [id]);
    await tx.query('DELETE FROM pushes WHERE buyer_id = $1', [id]);
    await tx.query('DELETE FROM mail_choices WHERE user_id = $1', [id]);
    await tx.query('DELETE FROM stock_watchers WHERE account_id = $1', [id]);
    await tx.query(
      'INSERT INTO users (id, deleted) VALUES ($1, true) ON CONFLICT (id) DO UPDATE SET deleted = true',
      [id],
    );
  },

  /** One welcome per user at most, whatever comes how often; none to a user who is gone. */
  queueWelcome: async (mailId: string, userId: string): Promise<void> => {
    await tx.query(
      `INSERT INTO mails (id, user_id, kind, correlation_id, traceparent)
       SELECT $1, id, 'welcome', $3, $4 FROM users WHERE id = $2 AND NOT deleted
       ON CONFLICT (user_id, kind) DO NOTHING`,
      [mailId, userId, currentCorrelationId(), currentTraceparent()],
    );
  },
});
