import type { Migration } from '@quayside/postgres';

/** What came back of a sale in part, by the return or the cancellation that brought it. */
export const unitsBack: Migration = {
  name: '0008-units-back',
  sql: `
    CREATE TABLE reservation_returns (
      order_id uuid NOT NULL REFERENCES reservations,
      cause_id text NOT NULL,
      item_id integer NOT NULL REFERENCES items,
      quantity integer NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (order_id, cause_id, item_id)
    );
    CREATE INDEX reservation_returns_by_item ON reservation_returns (item_id);
  `,
};
