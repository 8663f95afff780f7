import type { Migration } from '@quayside/postgres';

/**
 * What categories, attributes, options and their values are called in other languages, by what they are called in the
 * shop's own: one word of it means one thing in a shop.
 */
export const translations: Migration = {
  name: '0040-translations',
  sql: `
    CREATE TABLE translations (
      language text NOT NULL CHECK (language ~ '^[a-z]{2}$'),
      term text NOT NULL,
      text text NOT NULL,
      PRIMARY KEY (language, term)
    );
    CREATE TRIGGER translations_changed AFTER INSERT OR UPDATE OR DELETE ON translations
      FOR EACH STATEMENT EXECUTE FUNCTION tell_catalog_changed();
  `,
};
