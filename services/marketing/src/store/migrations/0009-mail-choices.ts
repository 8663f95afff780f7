import type { Migration } from '@quayside/postgres';

/** Of who chose, or was written to so that they can. Without a row what is usual holds. */
export const mailChoices: Migration = {
  name: '0009-mail-choices',
  sql: `
    CREATE TABLE mail_choices (
      user_id uuid PRIMARY KEY,
      review_requests boolean NOT NULL DEFAULT true,
      -- Proves the links of its mails.
      link_key text NOT NULL
    );
  `,
};
