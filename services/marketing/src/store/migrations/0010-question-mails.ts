import type { Migration } from '@quayside/postgres';

/** One mail for each question that was answered: `buyer_id` is who asked, `asked_item_id` what it is about. */
export const questionMails: Migration = {
  name: '0010-question-mails',
  sql: `
    ALTER TABLE mails
      ADD COLUMN question_id uuid,
      ADD COLUMN asked_item_id integer,
      DROP CONSTRAINT mails_of_one_matter,
      ADD CONSTRAINT mails_of_one_matter CHECK (num_nonnulls(user_id, order_id, request_id, question_id) = 1),
      ADD CONSTRAINT mails_of_question_about
        CHECK (question_id IS NULL OR (buyer_id IS NOT NULL AND asked_item_id IS NOT NULL));
    CREATE UNIQUE INDEX mails_of_question_once ON mails (question_id) WHERE question_id IS NOT NULL;
  `,
};
