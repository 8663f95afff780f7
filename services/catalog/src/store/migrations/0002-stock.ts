import type { Migration } from '@quayside/postgres';

/**
 * `on_hand` and `available` are computed by the database, so they cannot drift from what was received, sold and
 * reserved; `available >= 0` is the guard against overselling behind all code. `stock_movements` is the journal of
 * everything that changed `on_hand`: its sum per item equals it.
 */
export const stock: Migration = {
  name: '0002-stock',
  sql: `
    CREATE TABLE stock (
      item_id integer PRIMARY KEY REFERENCES items,
      initial integer NOT NULL CHECK (initial >= 0),
      received integer NOT NULL DEFAULT 0,
      sold integer NOT NULL DEFAULT 0 CHECK (sold >= 0),
      reserved integer NOT NULL DEFAULT 0 CHECK (reserved >= 0),
      on_hand integer NOT NULL GENERATED ALWAYS AS (initial + received - sold) STORED,
      available integer NOT NULL GENERATED ALWAYS AS (initial + received - sold - reserved) STORED,
      CONSTRAINT reserved_is_on_hand CHECK (reserved <= on_hand)
    );
    CREATE INDEX stock_available ON stock (item_id) WHERE available > 0;

    CREATE TABLE stock_movements (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      item_id integer NOT NULL REFERENCES items,
      kind text NOT NULL CHECK (kind IN ('initial', 'adjusted', 'sold', 'returned')),
      delta integer NOT NULL CHECK (delta <> 0),
      order_id uuid,
      reason text,
      made_by text,
      made_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX stock_movements_by_item ON stock_movements (item_id, id);

    CREATE TABLE reservations (
      order_id uuid PRIMARY KEY,
      status text NOT NULL CHECK (status IN ('none', 'reserved', 'rejected', 'released', 'sold', 'returned')),
      version integer NOT NULL CHECK (version >= 0),
      changed_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE reservation_lines (
      order_id uuid NOT NULL REFERENCES reservations,
      item_id integer NOT NULL REFERENCES items,
      quantity integer NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (order_id, item_id)
    );
    CREATE INDEX reservation_lines_by_item ON reservation_lines (item_id);
  `,
};
