import { inTransaction } from '@quayside/postgres';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { emailKey } from '../domain/email-address.ts';
import { EmailTaken } from '../domain/errors.ts';
import {
  type Role,
  type User,
  type UserDeleted,
  type UserEvent,
  type UserRegistered,
  type UserUpdated,
} from '../domain/user.ts';

/** Writes what others shall hear of into the outbox, in the transaction of the change. */
export type AppendEvent = (tx: PoolClient, event: UserEvent) => Promise<void>;

interface UserRow {
  id: string;
  email: string;
  name: string;
  locale: string;
  roles: Role[];
  version: number;
}

const uniqueViolation = '23505';

export const createUserStore = ({ pool, appendEvent }: { pool: Pool; appendEvent: AppendEvent }) => ({
  addUser: async (event: UserRegistered, passwordHash: string): Promise<void> => {
    const { id, email, name, locale, roles, version } = event.user;
    try {
      await inTransaction(pool, async (tx) => {
        await tx.query(
          `INSERT INTO users (id, email, email_key, name, locale, roles, password_hash, version)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [id, email, emailKey(email), name, locale, roles, passwordHash, version],
        );
        await appendEvent(tx, event);
      });
    } catch (error) {
      if (error instanceof DatabaseError && error.code === uniqueViolation) throw new EmailTaken();
      throw error;
    }
  },

  /**
   * Loads with a lock, decides, writes state and event together. `decide` answers undefined to leave it as it is.
   *
   * @returns false when there is no such user
   */
  updateUser: (key: string, decide: (user: User) => UserUpdated | undefined): Promise<boolean> =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<UserRow>(
        'SELECT id, email, name, locale, roles, version FROM users WHERE email_key = $1 FOR UPDATE',
        [key],
      );
      const event = rows[0] && decide(rows[0]);
      if (event) {
        const { id, email, name, locale, roles, version } = event.user;
        await tx.query(
          `UPDATE users SET email = $2, email_key = $3, name = $4, locale = $5, roles = $6, version = $7
           WHERE id = $1`,
          [id, email, emailKey(email), name, locale, roles, version],
        );
        await appendEvent(tx, event);
      }
      return rows.length > 0;
    }),

  /**
   * Deletes the account and ends every sign-in of it. The one event of it is the last.
   *
   * @returns false when there is no such user
   */
  deleteUser: (id: string, decide: (user: Pick<User, 'id' | 'version'>) => UserDeleted): Promise<boolean> =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ id: string; version: number }>(
        'DELETE FROM users WHERE id = $1 RETURNING id, version',
        [id],
      );
      await tx.query(`DELETE FROM oidc_models WHERE payload->>'accountId' = $1`, [id]);
      if (rows[0]) await appendEvent(tx, decide(rows[0]));
      return rows.length > 0;
    }),

  accountOf: async (id: string): Promise<(User & { registeredAt: Date }) | undefined> => {
    const { rows } = await pool.query<UserRow & { registeredAt: Date }>(
      `SELECT id, email, name, locale, roles, version, created_at AS "registeredAt" FROM users WHERE id = $1`,
      [id],
    );
    return rows[0];
  },

  userById: async (id: string): Promise<User | undefined> => {
    const { rows } = await pool.query<UserRow>({
      name: 'user-by-id',
      text: 'SELECT id, email, name, locale, roles, version FROM users WHERE id = $1',
      values: [id],
    });
    return rows[0];
  },

  credentialsOf: async (key: string): Promise<{ userId: string; passwordHash: string } | undefined> => {
    const { rows } = await pool.query<{ userId: string; passwordHash: string }>({
      name: 'credentials-by-email',
      text: 'SELECT id AS "userId", password_hash AS "passwordHash" FROM users WHERE email_key = $1',
      values: [key],
    });
    return rows[0];
  },
});
export type UserStore = ReturnType<typeof createUserStore>;
