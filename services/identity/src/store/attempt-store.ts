import { createHash } from 'node:crypto';
import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import { TooManyAttempts } from '../domain/errors.ts';
import type { Limit } from '../domain/sign-in-limits.ts';
import { admitAttempt, type Admission, type Attempts } from '../domain/throttle.ts';

/** A digest, so that the table holds no list of e-mails and addresses that were tried. */
const digest = (parts: readonly string[]): Buffer =>
  createHash('sha256').update(JSON.stringify(parts)).digest();

interface AttemptRow extends Attempts {
  readonly key: Buffer;
}
const columns = 'key, failures, last_at AS "lastAt"';

const decide = (limits: readonly Limit[], rows: readonly AttemptRow[], now: Date): readonly Admission[] =>
  limits.map(({ key, throttle }) => {
    const hashed = digest(key);
    return admitAttempt(
      throttle,
      rows.find((row) => row.key.equals(hashed)),
      now,
    );
  });

const refuseIfAny = (admissions: readonly Admission[]): void => {
  const waits = admissions.map((admission) => (admission.admitted ? 0 : admission.retryAfterSeconds));
  const longest = Math.max(0, ...waits);
  if (longest > 0) throw new TooManyAttempts(longest);
};

export const createAttemptStore = (pool: Pool) => ({
  /** Counts an attempt under all its keys, or under none of them. Rejects with TooManyAttempts. */
  admit: async (limits: readonly Limit[], now: Date): Promise<void> => {
    const keys = limits.map(({ key }) => digest(key));
    // Under attack nearly every attempt is refused: that takes one read, and no lock that others wait for.
    const seen = await pool.query<AttemptRow>({
      name: 'attempts-seen',
      text: `SELECT ${columns} FROM sign_in_attempts WHERE key = ANY($1)`,
      values: [keys],
    });
    refuseIfAny(decide(limits, seen.rows, now));
    await inTransaction(pool, async (tx) => {
      // Always in order of the keys, so that two that share some wait instead of blocking each other. An insert of the
      // same key waits here for the other transaction, which a plain select for update would not.
      await tx.query(
        `INSERT INTO sign_in_attempts (key, failures, last_at)
         SELECT key, 0, 'epoch' FROM unnest($1::bytea[]) AS key ORDER BY key ON CONFLICT DO NOTHING`,
        [keys],
      );
      const { rows } = await tx.query<AttemptRow>(
        `SELECT ${columns} FROM sign_in_attempts WHERE key = ANY($1) ORDER BY key FOR UPDATE`,
        [keys],
      );
      const admissions = decide(limits, rows, now);
      refuseIfAny(admissions);
      await tx.query(
        `UPDATE sign_in_attempts AS known SET failures = counted.failures, last_at = counted.last_at
         FROM unnest($1::bytea[], $2::integer[], $3::timestamptz[]) AS counted (key, failures, last_at)
         WHERE known.key = counted.key`,
        [
          keys,
          admissions.map((admission) => (admission.admitted ? admission.attempts.failures : 0)),
          admissions.map((admission) => (admission.admitted ? admission.attempts.lastAt : now)),
        ],
      );
    });
  },

  forget: async (limits: readonly Limit[]): Promise<void> => {
    if (limits.length === 0) return;
    await pool.query('DELETE FROM sign_in_attempts WHERE key = ANY($1)', [
      limits.map(({ key }) => digest(key)),
    ]);
  },

  /** One attempt less: it succeeded, or could not be made. */
  takeBack: async (limits: readonly Limit[]): Promise<void> => {
    if (limits.length === 0) return;
    await pool.query(
      `WITH known AS (SELECT key FROM sign_in_attempts WHERE key = ANY($1) ORDER BY key FOR UPDATE)
       UPDATE sign_in_attempts AS attempts SET failures = GREATEST(0, failures - 1)
       FROM known WHERE attempts.key = known.key`,
      [limits.map(({ key }) => digest(key))],
    );
  },
});
