import type { Migration } from '@quayside/postgres';

/** Keys of other systems. Of a secret, which is random, the digest alone. */
export const apiKeyTable: Migration = {
  name: '0011-api-keys',
  sql: `
    CREATE TABLE api_keys (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      scopes text[] NOT NULL,
      secret_digest text NOT NULL,
      made_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    CREATE INDEX api_keys_by_age ON api_keys (made_at DESC, id);
  `,
};
