import type { Migration } from '@quayside/postgres';

/**
 * Who waits for what that is sold out. An address stands here alone, and goes with its last request. Sending the mail deletes
 * the request, and with it the mail's own row.
 */
export const stockRequests: Migration = {
  name: '0008-stock-requests',
  sql: `
    CREATE TABLE stocked_items (
      id integer PRIMARY KEY,
      -- Absent until the catalog has told of it.
      name text,
      -- In other languages, by their codes.
      names jsonb,
      slug text,
      picture_url text,
      active boolean NOT NULL DEFAULT false,
      version integer NOT NULL DEFAULT 0,
      available integer NOT NULL DEFAULT 0,
      stock_version integer NOT NULL DEFAULT 0
    );

    CREATE TABLE stock_watchers (
      id uuid PRIMARY KEY,
      account_id uuid UNIQUE,
      email text,
      locale text,
      -- Proves the links of its mails.
      link_key text NOT NULL,
      CHECK (num_nonnulls(account_id, email) = 1)
    );
    CREATE UNIQUE INDEX stock_watchers_email ON stock_watchers (lower(email));

    CREATE TABLE stock_requests (
      id uuid PRIMARY KEY,
      watcher_id uuid NOT NULL REFERENCES stock_watchers (id) ON DELETE CASCADE,
      item_id integer NOT NULL REFERENCES stocked_items (id),
      asked_at timestamptz NOT NULL,
      confirmed_at timestamptz,
      UNIQUE (watcher_id, item_id)
    );
    CREATE INDEX stock_requests_of_item ON stock_requests (item_id) WHERE confirmed_at IS NOT NULL;
    CREATE INDEX stock_requests_asked_at ON stock_requests (asked_at);
    CREATE INDEX stock_requests_unconfirmed ON stock_requests (asked_at) WHERE confirmed_at IS NULL;

    ALTER TABLE mails
      ADD COLUMN request_id uuid REFERENCES stock_requests (id) ON DELETE CASCADE,
      DROP CONSTRAINT mails_of_user_or_order,
      ADD CONSTRAINT mails_of_one_matter CHECK (num_nonnulls(user_id, order_id, request_id) = 1);
    CREATE UNIQUE INDEX mails_of_request_once ON mails (request_id, kind) WHERE request_id IS NOT NULL;
  `,
};
