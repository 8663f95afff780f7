import type { Migration } from '@quayside/postgres';

/**
 * Stock has a version of its own and is told apart from its item, whose version counts edits only. Version 0 is stock
 * that nobody was told of yet: the job that migrates tells it. What is to be had is said on a channel with the figures
 * themselves, in messages well below the 8000 bytes that one may have; new and deleted rows make screens read again.
 */
export const stockApart: Migration = {
  name: '0004-stock-apart',
  sql: `
    ALTER TABLE items DROP COLUMN edited_version;

    ALTER TABLE stock
      ADD COLUMN version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
      ADD COLUMN low_threshold integer NOT NULL DEFAULT 5 CHECK (low_threshold >= 0);
    CREATE INDEX stock_untold ON stock (item_id) WHERE version = 0;

    CREATE FUNCTION tell_stock_moved() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('catalog_stock_moved', json_build_object(
                'figures', json_agg(json_build_array(item_id, available, version)),
                'crossed', bool_or(crossed))::text)
         FROM (SELECT after.item_id, after.available, after.version,
                      (after.available > 0) <> (before.available > 0) AS crossed,
                      (row_number() OVER () - 1) / 200 AS message
                 FROM after JOIN before USING (item_id)
                WHERE after.available <> before.available) AS moved
        GROUP BY message;
      RETURN NULL;
    END $$;

    DROP TRIGGER stock_changed ON stock;
    CREATE TRIGGER stock_moved AFTER UPDATE ON stock
      REFERENCING OLD TABLE AS before NEW TABLE AS after
      FOR EACH STATEMENT EXECUTE FUNCTION tell_stock_moved();
    CREATE TRIGGER stock_came_or_went AFTER INSERT OR DELETE ON stock
      FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
  `,
};
