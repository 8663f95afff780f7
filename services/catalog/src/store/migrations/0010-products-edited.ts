import type { Migration } from '@quayside/postgres';

/** Products are listed and edited by staff: by name, by change and by status. */
export const productsEdited: Migration = {
  name: '0010-products-edited',
  sql: `
    ALTER TABLE products ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();

    CREATE OR REPLACE FUNCTION mark_product_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.changed_in := pg_current_xact_id();
      NEW.changed_at := now();
      RETURN NEW;
    END $$;

    CREATE INDEX products_by_name ON products (lower(name), id);
    CREATE INDEX products_by_change ON products (changed_at, id);
    CREATE INDEX products_by_status ON products (status, lower(name), id);
    CREATE INDEX stock_low ON stock (item_id) WHERE available <= low_threshold;
  `,
};
