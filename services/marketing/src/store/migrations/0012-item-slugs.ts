import type { Migration } from '@quayside/postgres';

/** What an item's page is called in other languages, by ISO 639-1: where mails lead to. */
export const itemSlugs: Migration = {
  name: '0012-item-slugs',
  sql: `ALTER TABLE stocked_items ADD COLUMN slugs jsonb;`,
};
