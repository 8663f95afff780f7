import type { Migration } from '@quayside/postgres';

export const guestKeys: Migration = {
  name: '0002-guest-keys',
  sql: `
    CREATE TABLE guest_keys (
      kid text PRIMARY KEY,
      public_jwk jsonb NOT NULL,
      published_at timestamptz NOT NULL
    );
  `,
};
