export const identityTables = `
create table users (
  id uuid primary key,
  email text not null,
  email_key text not null unique,
  name text not null,
  locale text not null,
  roles text[] not null check (roles <@ array['shopper', 'admin']),
  password_hash text not null,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table oidc_models (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  user_code text,
  consumed_at timestamptz,
  expires_at timestamptz,
  primary key (model, id)
);
create index oidc_models_grant on oidc_models (grant_id) where grant_id is not null;
create unique index oidc_models_uid on oidc_models (model, uid) where uid is not null;
create unique index oidc_models_user_code on oidc_models (model, user_code) where user_code is not null;
create index oidc_models_expiry on oidc_models (expires_at) where expires_at is not null;

create table signing_keys (
  kid text primary key,
  private_jwk jsonb not null,
  created_at timestamptz not null,
  activates_at timestamptz not null,
  expires_at timestamptz
);

create table sign_in_attempts (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index sign_in_attempts_last on sign_in_attempts (last_at);
`;
