import type { Migration } from '@quayside/postgres';

/** Staff list and change what means the same. */
export const synonymsEdited: Migration = {
  name: '0031-synonyms-edited',
  sql: `ALTER TABLE synonyms ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now()`,
};
