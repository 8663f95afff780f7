import { createHash } from 'node:crypto';
import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { Admission, Attempts } from '../domain/sign-in-throttle.ts';

/** A digest, so that the table holds no list of e-mails and addresses that were tried. */
const digest = (parts: readonly string[]): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest();

export const createAttemptStore = (pool: Pool) => ({
  /** Loads with a lock, decides, writes: attempts at the same time are counted one after the other. */
  update: (
    parts: readonly string[],
    decide: (before: Attempts | undefined) => Admission,
  ): Promise<Admission> =>
    inTransaction(pool, async (tx) => {
      const key = digest(parts);
      // An insert of the same key waits here for the other transaction, which a plain select for update would not.
      const inserted = await tx.query(
        `INSERT INTO sign_in_attempts (key, failures, last_at) VALUES ($1, 0, 'epoch') ON CONFLICT DO NOTHING`,
        [key],
      );
      const { rows } = await tx.query<Attempts>(
        'SELECT failures, last_at AS "lastAt" FROM sign_in_attempts WHERE key = $1 FOR UPDATE',
        [key],
      );
      const admission = decide(inserted.rowCount === 1 ? undefined : rows[0]);
      if (admission.admitted) {
        await tx.query('UPDATE sign_in_attempts SET failures = $2, last_at = $3 WHERE key = $1', [
          key,
          admission.attempts.failures,
          admission.attempts.lastAt,
        ]);
      }
      return admission;
    }),

  forget: async (parts: readonly string[]): Promise<void> => {
    await pool.query('DELETE FROM sign_in_attempts WHERE key = $1', [digest(parts)]);
  },
});
