import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import { emailKey } from '@quayside/contracts/email';
import { type Role, type User, type UserRegistered, type UserUpdated } from '../domain/user.ts';
import type { AppendEvent } from './append-event.ts';
import { deletePerson } from './delete-person.ts';
import { orLastAdmin } from './last-admin.ts';
import { insertUser } from './insert-user.ts';

interface UserRow {
  id: string;
  email: string;
  name: string;
  locale: string;
  roles: Role[];
  version: number;
  emailConfirmed: boolean;
}

/** All that is kept of somebody but the password. */
interface Account extends User {
  readonly registeredAt: Date;
  readonly notes: readonly { readonly at: Date; readonly text: string }[];
  readonly outsideSignIns: readonly {
    readonly provider: string;
    readonly email: string | null;
    readonly createdAt: Date;
  }[];
}

const columns = 'id, email, name, locale, roles, version, unconfirmed_since IS NULL AS "emailConfirmed"';

export const createUserStore = ({ pool, appendEvent }: { pool: Pool; appendEvent: AppendEvent }) => ({
  /** With a mail to the address, where nobody confirmed it yet. */
  addUser: async (event: UserRegistered, passwordHash: string, now: Date): Promise<void> => {
    await inTransaction(pool, (tx) =>
      insertUser(tx, { event, passwordHash, hasPassword: true, now, appendEvent }),
    );
  },

  /**
   * Loads with a lock, decides, writes state and event together. `decide` answers undefined to leave it as it is.
   *
   * @returns false when there is no such user
   * @throws {LastAdmin}
   */
  updateUser: (key: string, decide: (user: User) => UserUpdated | undefined): Promise<boolean> => {
    const write = inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<UserRow>(
        `SELECT ${columns} FROM users WHERE email_key = $1 AND unconfirmed_since IS NULL FOR UPDATE`,
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
    });
    return orLastAdmin(write);
  },

  /** The same of any account, by its id; false when there is no such user. */
  changeLanguage: (id: string, decide: (user: User) => UserUpdated | undefined): Promise<boolean> =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<UserRow>(`SELECT ${columns} FROM users WHERE id = $1 FOR UPDATE`, [id]);
      const event = rows[0] && decide(rows[0]);
      if (event) {
        const { locale, version } = event.user;
        await tx.query('UPDATE users SET locale = $2, version = $3 WHERE id = $1', [id, locale, version]);
        await appendEvent(tx, event);
      }
      return rows.length > 0;
    }),

  /**
   * Deletes the account, as its owner wants it.
   *
   * @returns false when there is no such user
   * @throws {LastAdmin}
   */
  deleteUser: (id: string): Promise<boolean> =>
    orLastAdmin(inTransaction(pool, (tx) => deletePerson(tx, id, appendEvent))),

  accountOf: async (id: string): Promise<Account | undefined> => {
    const { rows } = await pool.query<UserRow & { registeredAt: Date }>(
      `SELECT ${columns}, created_at AS "registeredAt" FROM users WHERE id = $1`,
      [id],
    );
    if (!rows[0]) return undefined;
    const notes = await pool.query<{ at: Date; text: string }>(
      'SELECT at, text FROM customer_notes WHERE user_id = $1 ORDER BY at DESC',
      [id],
    );
    const outside = await pool.query<{ provider: string; email: string | null; createdAt: Date }>(
      `SELECT provider, email, created_at AS "createdAt" FROM outside_links WHERE user_id = $1 ORDER BY created_at`,
      [id],
    );
    return { ...rows[0], notes: notes.rows, outsideSignIns: outside.rows };
  },

  userById: async (id: string): Promise<User | undefined> => {
    const { rows } = await pool.query<UserRow>({
      name: 'user-by-id',
      text: `SELECT ${columns} FROM users WHERE id = $1`,
      values: [id],
    });
    return rows[0];
  },

  /** Whoever may sign in, or is signed in. */
  activeUserById: async (id: string): Promise<User | undefined> => {
    const { rows } = await pool.query<UserRow>({
      name: 'active-user-by-id',
      text: `SELECT ${columns} FROM users WHERE id = $1 AND disabled_at IS NULL`,
      values: [id],
    });
    return rows[0];
  },

  confirmedByEmail: async (key: string): Promise<User | undefined> => {
    const { rows } = await pool.query<UserRow>({
      name: 'confirmed-by-email',
      text: `SELECT ${columns} FROM users WHERE email_key = $1 AND unconfirmed_since IS NULL`,
      values: [key],
    });
    return rows[0];
  },

  /** Some of those that nobody confirmed since then. */
  unconfirmedBefore: async (at: Date, limit: number): Promise<readonly string[]> => {
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM users WHERE unconfirmed_since < $1 ORDER BY unconfirmed_since LIMIT $2',
      [at, limit],
    );
    return rows.map(({ id }) => id);
  },
});
export type UserStore = ReturnType<typeof createUserStore>;
