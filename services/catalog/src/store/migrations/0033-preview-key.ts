import type { Migration } from '@quayside/postgres';

/** By which links of previews are signed: made by the database, the same for every process. Without its row no link is good. */
export const previewKey: Migration = {
  name: '0033-preview-key',
  sql: `
    CREATE TABLE preview_key (
      is_it boolean PRIMARY KEY DEFAULT true CHECK (is_it),
      key text NOT NULL DEFAULT gen_random_uuid()::text || gen_random_uuid()::text
    );
    INSERT INTO preview_key DEFAULT VALUES;
  `,
};
