import type { Migration } from '@quayside/postgres';

/**
 * How the shop sells, by day and currency, summed up as events come in. What was counted stands beside the sums: an
 * event that comes again after the inbox has forgotten it is counted once all the same. Nobody is named.
 */
export const sales: Migration = {
  name: '0005-sales',
  sql: `
    CREATE TABLE sold_orders (
      id uuid PRIMARY KEY,
      currency text NOT NULL,
      total bigint NOT NULL,
      -- [{ itemId, name, quantity, amount }]
      lines jsonb NOT NULL,
      paid boolean NOT NULL DEFAULT false,
      cancelled boolean NOT NULL DEFAULT false
    );
    -- By the id of the event.
    CREATE TABLE counted_refunds (id uuid PRIMARY KEY);
    CREATE TABLE counted_returns (id text PRIMARY KEY);

    CREATE TABLE sales_days (
      currency text,
      day date,
      orders integer NOT NULL DEFAULT 0,
      paid integer NOT NULL DEFAULT 0,
      cancelled integer NOT NULL DEFAULT 0,
      revenue bigint NOT NULL DEFAULT 0,
      refunded bigint NOT NULL DEFAULT 0,
      units integer NOT NULL DEFAULT 0,
      returned integer NOT NULL DEFAULT 0,
      PRIMARY KEY (currency, day)
    );
    CREATE TABLE product_sales (
      currency text,
      day date,
      item_id integer,
      name text NOT NULL,
      units integer NOT NULL,
      amount bigint NOT NULL,
      PRIMARY KEY (currency, day, item_id)
    );
  `,
};
