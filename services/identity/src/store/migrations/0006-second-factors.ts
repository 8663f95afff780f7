import type { Migration } from '@quayside/postgres';

/** Secrets of authenticator apps, sealed by a key that the database does not have, and digests of recovery codes. */
export const secondFactors: Migration = {
  name: '0006-second-factors',
  sql: `
    CREATE TABLE second_factors (
      user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
      sealed bytea NOT NULL,
      turned_on_at timestamptz,
      last_step bigint NOT NULL DEFAULT 0
    );
    CREATE TABLE recovery_codes (
      user_id uuid NOT NULL REFERENCES second_factors ON DELETE CASCADE,
      digest bytea NOT NULL,
      PRIMARY KEY (user_id, digest)
    );
  `,
};
