import type { Migration } from '@quayside/postgres';

/** A key of before is in clear until the next rotation, so that processes of before can sign with it. */
export const sealedSigningKeys: Migration = {
  name: '0009-sealed-signing-keys',
  sql: `
    ALTER TABLE signing_keys
      ALTER COLUMN private_jwk DROP NOT NULL,
      ADD COLUMN sealed_jwk bytea,
      ADD CONSTRAINT signing_keys_has_one CHECK (private_jwk IS NOT NULL OR sealed_jwk IS NOT NULL);
  `,
};
