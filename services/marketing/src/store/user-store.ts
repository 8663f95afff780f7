import { currentCorrelationId, currentTraceparent } from '@quayside/runtime';
import type { ClientBase } from 'pg';

export interface KnownUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly version: number;
}

/** The local copy of identity's users, in a transaction of the caller. An older version never replaces a newer one. */
export const usersIn = (tx: ClientBase) => ({
  keep: async ({ id, name, email, locale, version }: KnownUser): Promise<void> => {
    await tx.query(
      `INSERT INTO users (id, name, email, locale, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = excluded.email, locale = excluded.locale,
         version = excluded.version
       WHERE users.version < excluded.version AND NOT users.deleted`,
      [id, name, email, locale, version],
    );
  },

  /** Forgets who the user was, and what was to be mailed. */
  forget: async (id: string, version: number): Promise<void> => {
    await tx.query('DELETE FROM mails WHERE user_id = $1', [id]);
    await tx.query(
      `INSERT INTO users (id, name, email, locale, version, deleted) VALUES ($1, '', '', '', $2, true)
       ON CONFLICT (id) DO UPDATE SET name = '', email = '', locale = '', version = excluded.version, deleted = true`,
      [id, version],
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
