import type { Migration } from '@quayside/postgres';

/** A line keeps what the ledger said at the moment of its count: what is sold later is no part of the difference. */
export const stockTakes: Migration = {
  name: '0030-stock-takes',
  sql: `
    CREATE TABLE stock_takes (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'booked')),
      reason text,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL,
      booked_by text,
      booked_at timestamptz,
      version integer NOT NULL DEFAULT 1 CHECK (version > 0)
    );
    CREATE INDEX stock_takes_by_time ON stock_takes (created_at DESC, id);

    CREATE TABLE stock_take_lines (
      stock_take_id uuid NOT NULL REFERENCES stock_takes ON DELETE CASCADE,
      item_id integer NOT NULL REFERENCES items ON DELETE CASCADE,
      counted integer CHECK (counted >= 0),
      expected integer,
      counted_by text,
      counted_at timestamptz,
      version integer NOT NULL DEFAULT 0,
      PRIMARY KEY (stock_take_id, item_id),
      CONSTRAINT counted_against_something CHECK ((counted IS NULL) = (expected IS NULL))
    );
    CREATE INDEX stock_take_lines_of_item ON stock_take_lines (item_id);
  `,
};
