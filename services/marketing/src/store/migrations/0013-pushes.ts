import type { Migration } from '@quayside/postgres';

/**
 * Browsers that are told of orders: of an account, or of one order of a guest (`owner_id` is who placed it). A push is first
 * an announcement, without a browser, and then a message for each browser.
 */
export const pushes: Migration = {
  name: '0013-pushes',
  sql: `
    CREATE TABLE push_subscriptions (
      id uuid PRIMARY KEY,
      endpoint text NOT NULL,
      p256dh text NOT NULL,
      auth text NOT NULL,
      language text NOT NULL,
      owner_id uuid NOT NULL,
      order_id uuid,
      subscribed_at timestamptz NOT NULL
    );
    CREATE UNIQUE INDEX push_subscriptions_of_account ON push_subscriptions (endpoint) WHERE order_id IS NULL;
    CREATE UNIQUE INDEX push_subscriptions_of_order ON push_subscriptions (endpoint, order_id)
      WHERE order_id IS NOT NULL;
    CREATE INDEX push_subscriptions_of_owner ON push_subscriptions (owner_id, subscribed_at);
    CREATE INDEX push_subscriptions_of_guests ON push_subscriptions (subscribed_at) WHERE order_id IS NOT NULL;

    CREATE TABLE pushes (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('announce', 'deliver')),
      told text NOT NULL,
      order_id uuid NOT NULL,
      about text NOT NULL,
      buyer_id uuid,
      subscription_id uuid REFERENCES push_subscriptions (id) ON DELETE CASCADE,
      order_number text,
      state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'handed-over', 'settled')),
      outcome text,
      attempts integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL DEFAULT now(),
      queued_at timestamptz NOT NULL DEFAULT now(),
      settled_at timestamptz,
      correlation_id text,
      traceparent text,
      CHECK ((kind = 'deliver') = (subscription_id IS NOT NULL))
    );
    CREATE INDEX pushes_due ON pushes (due_at) WHERE state = 'queued';
    CREATE INDEX pushes_of_buyer ON pushes (buyer_id) WHERE buyer_id IS NOT NULL;
    CREATE UNIQUE INDEX pushes_announced_once ON pushes (order_id, told, about) WHERE kind = 'announce';
    CREATE UNIQUE INDEX pushes_delivered_once ON pushes (subscription_id, order_id, told, about)
      WHERE kind = 'deliver';
  `,
};
