import { inTransaction } from '@quayside/postgres';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { emailKey } from '@quayside/contracts/email';
import { EmailTaken, LinkUsedUp } from '../domain/errors.ts';
import { changeEmail, confirmEmail, type User, type UserEvent } from '../domain/user.ts';
import type { OwnCredentials } from '../usecases/prove-password.ts';
import { takeLink } from './link-store.ts';
import { queueMail } from './mail-queue.ts';
import type { AppendEvent } from './append-event.ts';
import { endSignIns } from './end-sign-ins.ts';

const uniqueViolation = '23505';

export interface StoredCredentials {
  readonly userId: string;
  readonly passwordHash: string;
  readonly isConfirmed: boolean;
  readonly isDisabled: boolean;
}

const orTaken = (error: unknown): never => {
  if (error instanceof DatabaseError && error.code === uniqueViolation) throw new EmailTaken();
  throw error;
};

const lockUser = async (tx: PoolClient, id: string): Promise<User> => {
  const { rows } = await tx.query<User>(
    `SELECT id, email, name, locale, roles, version, unconfirmed_since IS NULL AS "emailConfirmed"
     FROM users WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!rows[0]) throw new LinkUsedUp();
  return rows[0];
};

/** How somebody proves who they are, and what changes of that. */
export const createCredentialStore = ({
  pool,
  appendEvent,
  now,
}: {
  pool: Pool;
  appendEvent: AppendEvent;
  now: () => Date;
}) => {
  const keepEmail = async (tx: PoolClient, event: UserEvent & { user: User }) => {
    const { id, email, version } = event.user;
    await tx.query(
      'UPDATE users SET email = $2, email_key = $3, version = $4, unconfirmed_since = NULL WHERE id = $1',
      [id, email, emailKey(email), version],
    );
    await appendEvent(tx, event);
  };

  return {
    /** Of an address: the confirmed account first, then those that nobody confirmed yet, the newest first. */
    credentialsOf: async (key: string): Promise<readonly StoredCredentials[]> => {
      const { rows } = await pool.query<StoredCredentials>({
        name: 'credentials-by-email',
        text: `SELECT id AS "userId", password_hash AS "passwordHash", unconfirmed_since IS NULL AS "isConfirmed",
                 disabled_at IS NOT NULL AS "isDisabled"
               FROM users WHERE email_key = $1 ORDER BY unconfirmed_since DESC NULLS FIRST LIMIT 20`,
        values: [key],
      });
      return rows;
    },

    credentialsOfUser: async (id: string): Promise<OwnCredentials | undefined> => {
      const { rows } = await pool.query<OwnCredentials>({
        name: 'credentials-by-user',
        text: `SELECT id AS "userId", password_hash AS "passwordHash", unconfirmed_since IS NULL AS "isConfirmed",
                 disabled_at IS NOT NULL AS "isDisabled", email, name, has_password AS "hasPassword"
               FROM users WHERE id = $1`,
        values: [id],
      });
      return rows[0];
    },

    /** By a link of its own to the address. Rejects with LinkUsedUp, and with EmailTaken where another was faster. */
    confirmEmail: (linkId: string): Promise<string> =>
      inTransaction(pool, async (tx) => {
        const link = await takeLink(tx, linkId, now());
        if (!link) throw new LinkUsedUp();
        const user = await lockUser(tx, link.userId);
        if (link.purpose === 'change-email') {
          if (user.emailConfirmed)
            await queueMail(tx, { kind: 'email-changed', userId: user.id, email: user.email }, now());
          await keepEmail(tx, changeEmail(user, link.email));
          await endSignIns(tx, user.id);
        } else if (emailKey(user.email) !== emailKey(link.email)) {
          throw new LinkUsedUp();
        } else if (!user.emailConfirmed) {
          await keepEmail(tx, confirmEmail(user));
        }
        return user.id;
      }).catch(orTaken),

    /** Ends every sign-in of the account, and tells its owner. */
    changePassword: (userId: string, passwordHash: string): Promise<void> =>
      inTransaction(pool, async (tx) => {
        await tx.query('UPDATE users SET password_hash = $2 WHERE id = $1', [userId, passwordHash]);
        await tx.query(`DELETE FROM one_time_links WHERE user_id = $1 AND purpose = 'reset'`, [userId]);
        await endSignIns(tx, userId);
        await queueMail(tx, { kind: 'password-changed', userId }, now());
      }),

    /** By a link that says so. Rejects with LinkUsedUp. */
    resetPassword: (linkId: string, passwordHash: string): Promise<string> =>
      inTransaction(pool, async (tx) => {
        const link = await takeLink(tx, linkId, now());
        if (!link) throw new LinkUsedUp();
        const { id } = await lockUser(tx, link.userId);
        await tx.query('UPDATE users SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
        await tx.query('DELETE FROM one_time_links WHERE user_id = $1', [id]);
        await endSignIns(tx, id);
        await queueMail(tx, { kind: 'password-changed', userId: id }, now());
        return id;
      }),

    endSignIns: async (userId: string): Promise<void> => {
      await inTransaction(pool, (tx) => endSignIns(tx, userId));
    },
  };
};
export type CredentialStore = ReturnType<typeof createCredentialStore>;
