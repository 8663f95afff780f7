import type { Migration } from '@quayside/postgres';

/**
 * Files with products. A file is kept as it came, in parts; the check reads it into rows and those into products, each
 * with what is wanted of it, so that a run reads neither the file nor the rows again.
 */
export const imports: Migration = {
  name: '0021-imports',
  sql: `
    CREATE TABLE imports (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      bytes integer NOT NULL DEFAULT 0,
      actor_id text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      state text NOT NULL DEFAULT 'uploading'
        CHECK (state IN ('uploading', 'uploaded', 'checking', 'checked', 'unreadable', 'running')),
      settings jsonb,
      columns jsonb NOT NULL DEFAULT '[]',
      sample jsonb NOT NULL DEFAULT '[]',
      trouble text,
      found jsonb,
      job_id uuid REFERENCES jobs
    );
    CREATE INDEX imports_by_time ON imports (created_at, id);

    CREATE TABLE import_parts (
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      part integer NOT NULL,
      content bytea NOT NULL,
      PRIMARY KEY (import_id, part)
    );
    ALTER TABLE import_parts ALTER COLUMN content SET STORAGE EXTERNAL;

    CREATE TABLE import_rows (
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      row integer NOT NULL,
      key text NOT NULL,
      cells jsonb NOT NULL,
      PRIMARY KEY (import_id, row)
    );
    CREATE INDEX import_rows_by_key ON import_rows (import_id, key, row);

    -- What somebody wrote in place of a cell of the file; it outlives that the file is read again.
    CREATE TABLE import_mends (
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      row integer NOT NULL,
      "column" integer NOT NULL,
      value text NOT NULL,
      PRIMARY KEY (import_id, row, "column")
    );

    CREATE TABLE import_products (
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      position integer NOT NULL,
      row integer NOT NULL,
      key text NOT NULL,
      wanted jsonb,
      PRIMARY KEY (import_id, position)
    );

    CREATE TABLE import_faults (
      id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      row integer NOT NULL,
      "column" integer,
      name text NOT NULL,
      value text NOT NULL,
      code text NOT NULL,
      detail text NOT NULL,
      -- Set where it was found while running: the product's position.
      position integer
    );
    CREATE INDEX import_faults_in_order ON import_faults (import_id, row, id);
  `,
};
