import type { Migration } from '@quayside/postgres';

export const identityTables: Migration = {
  name: '0001-identity',
  sql: `
    CREATE TABLE users (
      id uuid PRIMARY KEY,
      email text NOT NULL,
      email_key text NOT NULL UNIQUE,
      name text NOT NULL,
      locale text NOT NULL,
      roles text[] NOT NULL CHECK (roles <@ ARRAY['shopper', 'admin']),
      password_hash text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE oidc_models (
      model text NOT NULL,
      id text NOT NULL,
      payload jsonb NOT NULL,
      grant_id text,
      uid text,
      user_code text,
      consumed_at timestamptz,
      expires_at timestamptz,
      PRIMARY KEY (model, id)
    );
    CREATE INDEX oidc_models_grant ON oidc_models (grant_id) WHERE grant_id IS NOT NULL;
    CREATE UNIQUE INDEX oidc_models_uid ON oidc_models (model, uid) WHERE uid IS NOT NULL;
    CREATE UNIQUE INDEX oidc_models_user_code ON oidc_models (model, user_code) WHERE user_code IS NOT NULL;
    CREATE INDEX oidc_models_expiry ON oidc_models (expires_at) WHERE expires_at IS NOT NULL;

    CREATE TABLE signing_keys (
      kid text PRIMARY KEY,
      private_jwk jsonb NOT NULL,
      created_at timestamptz NOT NULL,
      activates_at timestamptz NOT NULL,
      expires_at timestamptz
    );

    CREATE TABLE sign_in_attempts (
      key bytea PRIMARY KEY,
      failures integer NOT NULL,
      last_at timestamptz NOT NULL
    );
    CREATE INDEX sign_in_attempts_last ON sign_in_attempts (last_at);
  `,
};
