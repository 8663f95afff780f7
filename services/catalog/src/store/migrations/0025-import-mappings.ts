import type { Migration } from '@quayside/postgres';

/** What was chosen for the headings of a file, kept for the next one that has them. */
export const importMappings: Migration = {
  name: '0025-import-mappings',
  sql: `
    CREATE TABLE import_mappings (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      owner_id text NOT NULL,
      is_shared boolean NOT NULL,
      -- Each heading of the file with its field, in their order.
      fields jsonb NOT NULL,
      -- Those that have a field.
      headings text[] NOT NULL,
      choice jsonb NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX import_mappings_by_name ON import_mappings (owner_id, lower(name));
    CREATE INDEX import_mappings_by_headings ON import_mappings USING gin (headings) WITH (fastupdate = off);
  `,
};
