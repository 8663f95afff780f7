import type { Migration } from '@quayside/postgres';

/**
 * Mails about orders are for nobody in `user_id`: that one user gets one mail of a kind is for the welcome. What happened
 * before this release was never mailed, and is not mailed now that the topic is read from its beginning.
 */
export const orderMails: Migration = {
  name: '0006-order-mails',
  sql: `
    ALTER TABLE mails ALTER COLUMN user_id DROP NOT NULL;
    ALTER TABLE mails
      ADD COLUMN order_id uuid,
      ADD COLUMN about text,
      ADD COLUMN buyer_id uuid,
      ADD COLUMN amount bigint,
      ADD COLUMN currency text,
      ADD CONSTRAINT mails_of_user_or_order CHECK (num_nonnulls(user_id, order_id) = 1),
      ADD CONSTRAINT mails_of_order_about CHECK ((order_id IS NULL) = (about IS NULL));
    CREATE UNIQUE INDEX mails_of_order_once ON mails (order_id, kind, about) WHERE order_id IS NOT NULL;
    CREATE INDEX mails_of_buyer ON mails (buyer_id) WHERE buyer_id IS NOT NULL;

    CREATE TABLE order_mails_begin (
      at timestamptz NOT NULL,
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only)
    );
    INSERT INTO order_mails_begin (at) VALUES (now());
  `,
};
