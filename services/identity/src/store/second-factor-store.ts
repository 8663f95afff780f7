import { createHash, randomBytes } from 'node:crypto';
import { inTransaction } from '@quayside/postgres';
import type { Pool, PoolClient } from 'pg';
import { queueMail } from './mail-queue.ts';
import type { SecretSeals } from './secret-seals.ts';

export interface StoredFactor {
  readonly secret: string;
  readonly isOn: boolean;
  /** The last time step whose code was taken: none is taken twice. */
  readonly lastStep: number;
}

const recoveryCodeCount = 10;
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

const recoveryCodeSigns = 28;

/** Of 138 bits: nobody tries them all, so that a plain digest keeps them (ASVS 5.0, 6.5.2 and 11.5.1). */
const newRecoveryCode = (): string => {
  const signs: string[] = [];
  while (signs.length < recoveryCodeSigns) {
    const [byte = 0] = randomBytes(1);
    const sign = byte < 248 ? alphabet[byte % 31] : undefined;
    if (sign) signs.push(sign);
  }
  return signs.join('').replaceAll(/(.{4})(?!$)/g, '$1-');
};

const digest = (userId: string, code: string): Buffer => {
  const signs = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`${userId}\0${signs}`).digest();
};

export const createSecondFactorStore = ({
  pool,
  seals,
  now,
}: {
  pool: Pool;
  seals: SecretSeals;
  now: () => Date;
}) => {
  const find = async (db: Pick<PoolClient, 'query'>, userId: string, lock: '' | 'FOR UPDATE') => {
    const { rows } = await db.query<{ sealed: Buffer; isOn: boolean; lastStep: string }>(
      `SELECT sealed, turned_on_at IS NOT NULL AS "isOn", last_step AS "lastStep"
       FROM second_factors WHERE user_id = $1 ${lock}`,
      [userId],
    );
    const row = rows[0];
    return row && { secret: seals.open(row.sealed, userId), isOn: row.isOn, lastStep: Number(row.lastStep) };
  };

  return {
    find: (userId: string): Promise<StoredFactor | undefined> => find(pool, userId, ''),

    isOn: async (userId: string): Promise<boolean> => {
      const { rowCount } = await pool.query({
        name: 'second-factor-on',
        text: 'SELECT 1 FROM second_factors WHERE user_id = $1 AND turned_on_at IS NOT NULL',
        values: [userId],
      });
      return rowCount === 1;
    },

    recoveryCodesLeft: async (userId: string): Promise<number> => {
      const { rows } = await pool.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM recovery_codes WHERE user_id = $1',
        [userId],
      );
      return rows[0]?.count ?? 0;
    },

    /** In place of one that was begun and never turned on. Whether there is none that is on. */
    begin: async (userId: string, secret: string): Promise<boolean> => {
      const { rowCount } = await pool.query(
        `INSERT INTO second_factors (user_id, sealed) VALUES ($1, $2)
         ON CONFLICT (user_id) DO UPDATE SET sealed = excluded.sealed, last_step = 0
         WHERE second_factors.turned_on_at IS NULL`,
        [userId, seals.seal(secret, userId)],
      );
      return rowCount === 1;
    },

    /**
     * Takes a code that `stepOf` finds right, once. Turns the factor on at the first one.
     *
     * @returns the recovery codes where it was turned on by that
     */
    take: (
      userId: string,
      stepOf: (factor: StoredFactor) => number | undefined,
    ): Promise<{ taken: boolean; recoveryCodes?: readonly string[] }> =>
      inTransaction(pool, async (tx) => {
        const factor = await find(tx, userId, 'FOR UPDATE');
        const step = factor && stepOf(factor);
        if (!factor || step === undefined) return { taken: false };
        await tx.query(
          'UPDATE second_factors SET last_step = $2, turned_on_at = coalesce(turned_on_at, $3) WHERE user_id = $1',
          [userId, step, now()],
        );
        if (factor.isOn) return { taken: true };
        const recoveryCodes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
        await tx.query('INSERT INTO recovery_codes (user_id, digest) SELECT $1, unnest($2::bytea[])', [
          userId,
          recoveryCodes.map((code) => digest(userId, code)),
        ]);
        await queueMail(tx, { kind: 'second-factor-on', userId }, now());
        return { taken: true, recoveryCodes };
      }),

    takeRecoveryCode: async (userId: string, code: string): Promise<boolean> => {
      const { rowCount } = await pool.query('DELETE FROM recovery_codes WHERE user_id = $1 AND digest = $2', [
        userId,
        digest(userId, code),
      ]);
      return rowCount === 1;
    },

    turnOff: (userId: string): Promise<void> =>
      inTransaction(pool, async (tx) => {
        const { rowCount } = await tx.query(
          'DELETE FROM second_factors WHERE user_id = $1 AND turned_on_at IS NOT NULL',
          [userId],
        );
        if (rowCount === 1) await queueMail(tx, { kind: 'second-factor-off', userId }, now());
      }),
  };
};
