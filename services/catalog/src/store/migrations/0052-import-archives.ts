import type { Migration } from '@quayside/postgres';

/** The archive that a file with products came in, whole, for the pictures in it; the table of it is kept as any other is. */
export const importArchives: Migration = {
  name: '0052-import-archives',
  sql: `
    CREATE TABLE import_archive_parts (
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      part integer NOT NULL,
      content bytea NOT NULL,
      PRIMARY KEY (import_id, part)
    );
    ALTER TABLE import_archive_parts ALTER COLUMN content SET STORAGE EXTERNAL;
  `,
};
