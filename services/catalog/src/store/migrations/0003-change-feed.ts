import type { Migration } from '@quayside/postgres';

/** Every commit that touches what screens show says so on a channel; each process drops what it remembers. */
export const changeFeed: Migration = {
  name: '0003-change-feed',
  sql: `
    CREATE FUNCTION tell_catalog_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('catalog_changed', '');
      RETURN NULL;
    END $$;

    CREATE TRIGGER items_changed AFTER INSERT OR UPDATE OR DELETE ON items
      FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
    CREATE TRIGGER brands_changed AFTER INSERT OR UPDATE OR DELETE ON brands
      FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
    CREATE TRIGGER types_changed AFTER INSERT OR UPDATE OR DELETE ON types
      FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
    CREATE TRIGGER stock_changed AFTER INSERT OR UPDATE OR DELETE ON stock
      FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
  `,
};
