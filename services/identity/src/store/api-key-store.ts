import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { Pool } from 'pg';
import type { ApiKey } from '../domain/api-key.ts';
import { ApiKeyNotFound, TooManyApiKeys } from '../domain/errors.ts';
import type { ApiKeyStore } from '../usecases/api-keys.ts';

/** Nobody needs more that may be used at a time; what is over stays in the list, up to as many. */
const mostUsable = 100;
const listed = 500;

interface Row {
  id: string;
  name: string;
  scopes: string[];
  secret_digest: string;
  made_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

const keyOf = (row: Row): ApiKey => ({
  ...{ id: row.id, name: row.name, scopes: row.scopes, madeAt: row.made_at, expiresAt: row.expires_at },
  ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
  ...(row.revoked_at && { revokedAt: row.revoked_at }),
});

export const createApiKeyStore = (pool: Pool): ApiKeyStore => ({
  list: async () => {
    const { rows } = await pool.query<Row>('SELECT * FROM api_keys ORDER BY made_at DESC, id LIMIT $1', [
      listed,
    ]);
    return rows.map(keyOf);
  },

  add: (key, digest, by) =>
    inTransaction(pool, async (tx) => {
      // One after the other, so that the count holds.
      await tx.query('LOCK TABLE api_keys IN SHARE ROW EXCLUSIVE MODE');
      const { rows } = await tx.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM api_keys WHERE revoked_at IS NULL AND expires_at > $1',
        [key.madeAt],
      );
      if ((rows[0]?.count ?? 0) >= mostUsable) throw new TooManyApiKeys();
      await tx.query(
        `INSERT INTO api_keys (id, name, scopes, secret_digest, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [key.id, key.name, key.scopes, digest, key.madeAt, key.expiresAt],
      );
      await postgresAuditLog.append(tx, by, {
        action: 'created',
        entity: 'api-key',
        entityId: key.id,
        after: { name: key.name, scopes: key.scopes, expiresAt: key.expiresAt.toISOString() },
      });
    }),

  revoke: (id, at, by) =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<Row>('SELECT * FROM api_keys WHERE id = $1 FOR UPDATE', [id]);
      const row = rows[0];
      if (!row) throw new ApiKeyNotFound();
      if (row.revoked_at) return keyOf(row);
      await tx.query('UPDATE api_keys SET revoked_at = $2 WHERE id = $1', [id, at]);
      await postgresAuditLog.append(tx, by, {
        action: 'revoked',
        entity: 'api-key',
        entityId: id,
        before: { name: row.name, scopes: row.scopes },
        after: { name: row.name, scopes: row.scopes, revokedAt: at.toISOString() },
      });
      return keyOf({ ...row, revoked_at: at });
    }),

  findUsable: async (id, at) => {
    const { rows } = await pool.query<Row>(
      'SELECT * FROM api_keys WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2',
      [id, at],
    );
    const row = rows[0];
    return row && { key: keyOf(row), digest: row.secret_digest };
  },

  // Once a minute is enough for somebody to see which key is still in use.
  noteUse: async (id, at) => {
    await pool.query(
      `UPDATE api_keys SET last_used_at = $2
        WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - INTERVAL '1 minute')`,
      [id, at],
    );
  },
});
