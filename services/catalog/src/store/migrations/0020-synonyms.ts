import type { Migration } from '@quayside/postgres';

/**
 * Words are searched in memory: the column that was searched goes, with what filled it. What means the same to a search
 * is the shop's to say.
 */
export const synonyms: Migration = {
  name: '0020-synonyms',
  sql: `
    DROP TRIGGER fill_search ON products;
    DROP FUNCTION fill_product_search();
    ALTER TABLE products DROP COLUMN search;

    CREATE TABLE synonyms (
      id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      phrases text[] NOT NULL CHECK (cardinality(phrases) BETWEEN 2 AND 50),
      version integer NOT NULL DEFAULT 1 CHECK (version > 0)
    );
    CREATE TRIGGER synonyms_changed AFTER INSERT OR UPDATE OR DELETE ON synonyms
      FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
  `,
};
