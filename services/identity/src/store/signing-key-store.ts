import { randomUUID, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { JWK } from 'oidc-provider';
import type { SecretSeals } from './secret-seals.ts';
import type { SigningKeyDates } from '../domain/signing-key.ts';

export interface SigningKey extends SigningKeyDates {
  readonly kid: string;
  readonly privateJwk: JWK;
}

interface SigningKeyRow {
  kid: string;
  /** Of before keys were sealed. */
  privateJwk: JWK | null;
  sealedJwk: Buffer | null;
  createdAt: Date;
  activatesAt: Date;
  expiresAt: Date | null;
}

const keyLock = 8_101_002;

const generateSigningKey = async (): Promise<{ kid: string; privateJwk: JWK }> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
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
  /** Those that are in clear still, and drops those that have ended. */
  sealAll(now: Date): Promise<void>;
}

/** @param seals what keeps who reads the database from signing tokens */
export const createSigningKeyStore = (pool: Pool, seals: SecretSeals) => ({
  publishedKeys: async (now: Date): Promise<readonly SigningKey[]> => {
    const { rows } = await pool.query<SigningKeyRow>(
      `SELECT kid, private_jwk AS "privateJwk", sealed_jwk AS "sealedJwk", created_at AS "createdAt", activates_at AS "activatesAt",
              expires_at AS "expiresAt"
       FROM signing_keys WHERE expires_at IS NULL OR expires_at > $1`,
      [now],
    );
    return rows.map(({ privateJwk, sealedJwk, ...row }) => ({
      ...row,
      privateJwk: sealedJwk ? (JSON.parse(seals.open(sealedJwk, row.kid)) as JWK) : (privateJwk as JWK),
      expiresAt: row.expiresAt ?? undefined,
    }));
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
            `INSERT INTO signing_keys (kid, sealed_jwk, created_at, activates_at, expires_at)
             VALUES ($1, $2, $3, $4, $5)`,
            [
              ...[kid, seals.seal(JSON.stringify(privateJwk), kid)],
              ...[dates.createdAt, dates.activatesAt, dates.expiresAt ?? null],
            ],
          );
        },
        expireOthers: async (at) => {
          await tx.query('UPDATE signing_keys SET expires_at = $1 WHERE expires_at IS NULL', [at]);
        },
        sealAll: async (now) => {
          await tx.query('DELETE FROM signing_keys WHERE expires_at < $1', [now]);
          const { rows } = await tx.query<{ kid: string; privateJwk: JWK }>(
            'SELECT kid, private_jwk AS "privateJwk" FROM signing_keys WHERE private_jwk IS NOT NULL',
          );
          for (const { kid, privateJwk } of rows) {
            await tx.query('UPDATE signing_keys SET sealed_jwk = $2, private_jwk = NULL WHERE kid = $1', [
              kid,
              seals.seal(JSON.stringify(privateJwk), kid),
            ]);
          }
        },
      });
    }),
});
