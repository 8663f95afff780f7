import type { Migration } from '@quayside/postgres';

/** When staff had a mail sent again, by which request: `[{"at": …, "key": …}]`. Their number tells the sendings apart. */
export const mailResends: Migration = {
  name: '0008-mail-resends',
  sql: `ALTER TABLE mails ADD COLUMN resends jsonb NOT NULL DEFAULT '[]';`,
};
