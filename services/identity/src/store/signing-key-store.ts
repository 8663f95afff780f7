import { randomUUID, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { JWK } from 'oidc-provider';
import type { SigningKeyDates } from '../domain/signing-key.ts';

export interface SigningKey extends SigningKeyDates {
  readonly kid: string;
  readonly privateJwk: JWK;
}

interface SigningKeyRow {
  kid: string;
  privateJwk: JWK;
  createdAt: Date;
  activatesAt: Date;
  expiresAt: Date | null;
}

const keyLock = 8_101_002;

const generateSigningKey = async (): Promise<{ kid: string; privateJwk: JWK }> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  return {
    kid,
    privateJwk: { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } as JWK,
  };
};

export interface KeyChange {
  readonly exist: boolean;
  add(dates: SigningKeyDates): Promise<void>;
  expireOthers(at: Date): Promise<void>;
}

export const createSigningKeyStore = (pool: Pool) => ({
  publishedKeys: async (now: Date): Promise<readonly SigningKey[]> => {
    const { rows } = await pool.query<SigningKeyRow>(
      `SELECT kid, private_jwk AS "privateJwk", created_at AS "createdAt", activates_at AS "activatesAt",
              expires_at AS "expiresAt"
       FROM signing_keys WHERE expires_at IS NULL OR expires_at > $1`,
      [now],
    );
    return rows.map((row) => ({ ...row, expiresAt: row.expiresAt ?? undefined }));
  },

  /** One change at a time among all replicas. */
  changeKeys: (change: (keys: KeyChange) => Promise<void>): Promise<void> =>
    inTransaction(pool, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [keyLock]);
      const { rowCount } = await tx.query('SELECT 1 FROM signing_keys LIMIT 1');
      await change({
        exist: rowCount === 1,
        add: async (dates) => {
          const { kid, privateJwk } = await generateSigningKey();
          await tx.query(
            `INSERT INTO signing_keys (kid, private_jwk, created_at, activates_at, expires_at)
             VALUES ($1, $2, $3, $4, $5)`,
            [kid, privateJwk, dates.createdAt, dates.activatesAt, dates.expiresAt ?? null],
          );
        },
        expireOthers: async (at) => {
          await tx.query('UPDATE signing_keys SET expires_at = $1 WHERE expires_at IS NULL', [at]);
        },
      });
    }),
});
