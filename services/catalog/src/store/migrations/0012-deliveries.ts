import type { Migration } from '@quayside/postgres';

/** A delivery is booked once, by what its sender calls it; levels are listed by what is to be had. */
export const deliveries: Migration = {
  name: '0012-deliveries',
  sql: `
    CREATE TABLE deliveries (
      reference text PRIMARY KEY,
      received_by text NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX stock_by_available ON stock (available, item_id);
    CREATE INDEX items_by_lower_sku ON items (lower(sku) text_pattern_ops);
    CREATE INDEX items_in_order_of_sku ON items (sku, id);
  `,
};
