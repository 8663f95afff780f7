import type { Migration } from '@quayside/postgres';

/** Public keys of passkeys, each of one account. */
export const passkeyTable: Migration = {
  name: '0008-passkeys',
  sql: `
    CREATE TABLE passkeys (
      id text PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      name text NOT NULL,
      public_key bytea NOT NULL,
      counter bigint NOT NULL,
      transports text[] NOT NULL DEFAULT '{}',
      is_synced boolean NOT NULL,
      created_at timestamptz NOT NULL,
      last_used_at timestamptz
    );
    CREATE INDEX passkeys_by_user ON passkeys (user_id, created_at);
  `,
};
