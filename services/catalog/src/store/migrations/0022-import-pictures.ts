import type { Migration } from '@quayside/postgres';

/**
 * Pictures by their addresses, fetched once what they show is in the catalog: one piece of due work for the pictures of
 * a product. What an address held is remembered, so that a file that comes again fetches nothing again.
 */
export const importPictures: Migration = {
  name: '0022-import-pictures',
  sql: `
    CREATE TABLE import_pictures (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      kind text NOT NULL DEFAULT 'import-pictures',
      import_id uuid NOT NULL REFERENCES imports ON DELETE CASCADE,
      product_id integer NOT NULL REFERENCES products,
      position integer NOT NULL,
      wanted jsonb NOT NULL,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
      due_at timestamptz NOT NULL DEFAULT now(),
      attempts integer NOT NULL DEFAULT 0,
      correlation_id text,
      traceparent text,
      UNIQUE (import_id, position)
    );
    CREATE INDEX import_pictures_due ON import_pictures (due_at) WHERE state = 'waiting';

    CREATE TABLE picture_sources (
      url text PRIMARY KEY,
      hash text NOT NULL REFERENCES images,
      fetched_at timestamptz NOT NULL DEFAULT now()
    );

    -- A notice keeps nothing from being imported.
    ALTER TABLE import_faults ADD COLUMN blocks boolean NOT NULL DEFAULT true;
  `,
};
