import type { Migration } from '@quayside/postgres';

/** A picture without content is kept in a bucket; its row says that it is there, for all that name it. */
export const picturesElsewhere: Migration = {
  name: '0051-pictures-elsewhere',
  sql: 'ALTER TABLE images ALTER COLUMN content DROP NOT NULL',
};
