import type { Migration } from '@quayside/postgres';

/** Imports are looked for by the beginnings of the words of their file's name, by who uploaded them and by their state. */
export const importsSearched: Migration = {
  name: '0024-imports-searched',
  sql: `
    ALTER TABLE imports ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS
      (to_tsvector('simple'::regconfig, regexp_replace(lower(name), '[^[:alnum:]]+', ' ', 'g'))) STORED;
    CREATE INDEX imports_by_words ON imports USING gin (words) WITH (fastupdate = off);
    CREATE INDEX imports_by_actor ON imports (actor_id, created_at, id);
    CREATE INDEX imports_by_state ON imports (state, created_at, id);
  `,
};
