import type { Migration } from '@quayside/postgres';

export const marketingTables: Migration = {
  name: '0001-marketing',
  sql: `
    CREATE TABLE users (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      email text NOT NULL,
      locale text NOT NULL,
      version integer NOT NULL,
      -- A deleted user leaves id and version behind, so that an older event cannot bring the rest back.
      deleted boolean NOT NULL DEFAULT false
    );

    CREATE TABLE campaigns (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      headline text NOT NULL,
      body text NOT NULL,
      discount_percent integer NOT NULL CHECK (discount_percent BETWEEN 0 AND 90),
      type_slug text,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
      version integer NOT NULL
    );
    CREATE INDEX campaigns_ends_at ON campaigns (ends_at);

    CREATE TABLE mails (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users (id),
      kind text NOT NULL,
      state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'given-up')),
      attempts integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL DEFAULT now(),
      queued_at timestamptz NOT NULL DEFAULT now(),
      settled_at timestamptz,
      reason text,
      UNIQUE (user_id, kind)
    );
    CREATE INDEX mails_due ON mails (due_at) WHERE state = 'queued';
  `,
};
