import type { Migration } from '@quayside/postgres';

/** A file may be a workbook, of which one sheet is read. */
export const importSheets: Migration = {
  name: '0023-import-sheets',
  sql: `ALTER TABLE imports ADD COLUMN sheets jsonb;`,
};
