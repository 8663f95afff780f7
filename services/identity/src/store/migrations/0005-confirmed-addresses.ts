import type { Migration } from '@quayside/postgres';

/**
 * An address is trusted once it is confirmed. Accounts that are there already count as confirmed, and so do those that
 * processes of the version before make meanwhile. An address has one confirmed account, and any number of others until
 * one of them is confirmed.
 */
export const confirmedAddresses: Migration = {
  name: '0005-confirmed-addresses',
  sql: `
    ALTER TABLE users ADD COLUMN unconfirmed_since timestamptz;
    CREATE UNIQUE INDEX users_by_email ON users (email_key) WHERE unconfirmed_since IS NULL;
    ALTER TABLE users DROP CONSTRAINT users_email_key_key;
    CREATE INDEX users_unconfirmed_by_email ON users (email_key, unconfirmed_since)
      WHERE unconfirmed_since IS NOT NULL;
    CREATE INDEX users_unconfirmed ON users (unconfirmed_since) WHERE unconfirmed_since IS NOT NULL;

    CREATE TABLE one_time_links (
      id uuid PRIMARY KEY,
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      purpose text NOT NULL CHECK (purpose IN ('confirm', 'change-email', 'reset')),
      email text NOT NULL,
      expires_at timestamptz NOT NULL
    );
    CREATE INDEX one_time_links_of_user ON one_time_links (user_id);
    CREATE INDEX one_time_links_expiry ON one_time_links (expires_at);

    CREATE TABLE mails (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      user_id uuid REFERENCES users ON DELETE CASCADE,
      email text,
      due_at timestamptz NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      correlation_id text,
      traceparent text
    );
    CREATE INDEX mails_due ON mails (due_at);
    CREATE INDEX mails_of_user ON mails (user_id) WHERE user_id IS NOT NULL;
  `,
};
