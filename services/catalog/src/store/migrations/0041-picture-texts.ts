import type { Migration } from '@quayside/postgres';

/** What pictures show, in other languages, by their codes. */
export const pictureTexts: Migration = {
  name: '0041-picture-texts',
  sql: "ALTER TABLE media ADD COLUMN alts jsonb NOT NULL DEFAULT '{}'",
};
