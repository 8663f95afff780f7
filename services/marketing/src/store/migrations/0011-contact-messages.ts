import type { Migration } from '@quayside/postgres';

/**
 * What people write to the shop, until its mail is sent. The mail's own row stays for two days, so that the same key sends no
 * second one; `buyer_id` is the account of whoever was signed in.
 */
export const contactMessages: Migration = {
  name: '0011-contact-messages',
  sql: `
    ALTER TABLE mails
      ADD COLUMN contact_key text,
      ADD COLUMN contact_print text,
      DROP CONSTRAINT mails_of_one_matter,
      ADD CONSTRAINT mails_of_one_matter
        CHECK (num_nonnulls(user_id, order_id, request_id, question_id, contact_key) = 1),
      ADD CONSTRAINT mails_of_contact_print CHECK ((contact_key IS NULL) = (contact_print IS NULL));
    CREATE UNIQUE INDEX mails_of_contact_once ON mails (contact_key) WHERE contact_key IS NOT NULL;
    CREATE INDEX mails_of_contact_queued ON mails (queued_at) WHERE contact_key IS NOT NULL;

    CREATE TABLE contact_messages (
      mail_id uuid PRIMARY KEY REFERENCES mails (id) ON DELETE CASCADE,
      topic text NOT NULL,
      order_number text,
      name text NOT NULL,
      email text NOT NULL,
      text text NOT NULL,
      locale text NOT NULL
    );
  `,
};
