import type { Migration } from '@quayside/postgres';

/** Who a user is, Identity is asked when a mail is sent. */
export const usersWithoutNames: Migration = {
  name: '0003-users-without-names',
  sql: `
    ALTER TABLE users DROP COLUMN name, DROP COLUMN email, DROP COLUMN locale, DROP COLUMN version;
  `,
};
