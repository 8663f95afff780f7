import { createHash } from 'node:crypto';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { Pool } from 'pg';

/** What the library keeps with the features we use. Named by its classes, so a bundler must leave class names alone. */
const models = new Set([
  'AccessToken',
  'AuthorizationCode',
  'Client',
  'ClientCredentials',
  'Grant',
  'Interaction',
  'RefreshToken',
  'Session',
]);

/** Models revoked together with their grant. */
const grantable = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

/** Models whose id is itself the credential: only a digest of it is stored, so a copy of the table opens nothing. */
const secretIds = new Set(['AuthorizationCode', 'RefreshToken']);

interface ModelRow {
  payload: AdapterPayload;
  consumed: number | null;
}

/** Where `oidc-provider` keeps its codes, refresh tokens, grants, sessions and interactions. */
export const createOidcModelStore = (pool: Pool) => {
  const adapterFor = (model: string): Adapter => {
    if (!models.has(model))
      throw new Error(`the OpenID library keeps a ${model}, which this store does not know`);
    const keyOf = (id: string): string =>
      secretIds.has(model) ? createHash('sha256').update(id).digest('base64url') : id;

    const stored = (payload: AdapterPayload): AdapterPayload => {
      if (!secretIds.has(model)) return payload;
      const { jti: _, ...rest } = payload;
      return rest;
    };

    const findBy = async (
      column: 'id' | 'uid' | 'user_code',
      value: string,
    ): Promise<AdapterPayload | undefined> => {
      // PostgreSQL stores no NUL character, and refuses to look for one.
      if (value.includes('\0')) return undefined;
      const { rows } = await pool.query<ModelRow>({
        name: `oidc-find-by-${column}`,
        text: `SELECT payload, extract(epoch FROM consumed_at)::integer AS consumed FROM oidc_models
               WHERE model = $1 AND ${column} = $2 AND (expires_at IS NULL OR expires_at > now())`,
        values: [model, value],
      });
      const row = rows[0];
      return row && { ...row.payload, ...(row.consumed !== null && { consumed: row.consumed }) };
    };

    return {
      find: async (id) => {
        const payload = await findBy('id', keyOf(id));
        return payload && (secretIds.has(model) ? { ...payload, jti: id } : payload);
      },
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('user_code', userCode),

      upsert: async (id, payload, expiresIn) => {
        await pool.query({
          name: 'oidc-upsert',
          text: `INSERT INTO oidc_models (model, id, payload, grant_id, uid, user_code, expires_at)
                 VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))
                 ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
                   uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`,
          values: [
            model,
            keyOf(id),
            JSON.stringify(stored(payload)),
            grantable.has(model) ? (payload.grantId ?? null) : null,
            model === 'Session' ? (payload.uid ?? null) : null,
            payload.userCode ?? null,
            expiresIn ?? null,
          ],
        });
      },

      // The library looks before it consumes. Of two that looked at the same time only one may go on.
      consume: async (id) => {
        const { rowCount } = await pool.query({
          name: 'oidc-consume',
          text: 'UPDATE oidc_models SET consumed_at = now() WHERE model = $1 AND id = $2 AND consumed_at IS NULL',
          values: [model, keyOf(id)],
        });
        if (rowCount === 0) throw new errors.InvalidGrant('already used');
      },

      destroy: async (id) => {
        await pool.query({
          name: 'oidc-destroy',
          text: 'DELETE FROM oidc_models WHERE model = $1 AND id = $2',
          values: [model, keyOf(id)],
        });
      },

      revokeByGrantId: async (grantId) => {
        await pool.query({
          name: 'oidc-revoke',
          text: 'DELETE FROM oidc_models WHERE grant_id = $1',
          values: [grantId],
        });
      },
    };
  };
  return { adapterFor };
};
