import { inTransaction } from '@quayside/postgres';
import { DatabaseError, type Pool } from 'pg';
import { PasskeyKnown, TooManyPasskeys } from '../domain/errors.ts';
import type { PasskeyStore, StoredPasskey } from '../usecases/passkeys.ts';
import { queueMail } from './mail-queue.ts';

const uniqueViolation = '23505';
const atMost = 20;

const columns = `passkeys.id, user_id AS "userId", passkeys.name, public_key AS "publicKey", counter::float8 AS counter,
  transports, is_synced AS "isSynced", passkeys.created_at AS "createdAt", last_used_at AS "lastUsedAt"`;

/** Passkeys of accounts; that one came or went their owner is told by mail. */
export const createPasskeyStore = ({ pool, now }: { pool: Pool; now: () => Date }): PasskeyStore => ({
  list: async (userId) => {
    const { rows } = await pool.query<StoredPasskey>(
      `SELECT ${columns} FROM passkeys WHERE user_id = $1 ORDER BY created_at`,
      [userId],
    );
    return rows;
  },
  find: async (id) => {
    const { rows } = await pool.query<StoredPasskey & { isDisabled: boolean }>(
      `SELECT ${columns}, users.disabled_at IS NOT NULL AS "isDisabled"
         FROM passkeys JOIN users ON users.id = user_id WHERE passkeys.id = $1`,
      [id],
    );
    return rows[0];
  },
  add: (passkey) =>
    inTransaction(pool, async (tx) => {
      // Of two added at once the second one counts the first.
      await tx.query('SELECT 1 FROM users WHERE id = $1 FOR UPDATE', [passkey.userId]);
      const { rows } = await tx.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM passkeys WHERE user_id = $1',
        [passkey.userId],
      );
      if ((rows[0]?.count ?? 0) >= atMost) throw new TooManyPasskeys();
      await tx.query(
        `INSERT INTO passkeys (id, user_id, name, public_key, counter, transports, is_synced, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[passkey.id, passkey.userId, passkey.name, Buffer.from(passkey.publicKey), passkey.counter],
          ...[passkey.transports, passkey.isSynced, now()],
        ],
      );
      await queueMail(tx, { kind: 'passkey-added', userId: passkey.userId }, now());
    }).catch((error: unknown) => {
      if (error instanceof DatabaseError && error.code === uniqueViolation) throw new PasskeyKnown();
      throw error;
    }),
  rename: async (userId, id, name) => {
    const { rowCount } = await pool.query('UPDATE passkeys SET name = $3 WHERE user_id = $1 AND id = $2', [
      ...[userId, id, name],
    ]);
    return rowCount === 1;
  },
  remove: (userId, id) =>
    inTransaction(pool, async (tx) => {
      const { rowCount } = await tx.query('DELETE FROM passkeys WHERE user_id = $1 AND id = $2', [
        userId,
        id,
      ]);
      if (rowCount === 1) await queueMail(tx, { kind: 'passkey-removed', userId }, now());
      return rowCount === 1;
    }),
  used: async (id, { from, to, isSynced }) => {
    const { rowCount } = await pool.query(
      'UPDATE passkeys SET counter = $3, is_synced = $4, last_used_at = $5 WHERE id = $1 AND counter = $2',
      [id, from, to, isSynced, now()],
    );
    return rowCount === 1;
  },
});
