import type { Migration } from '@quayside/postgres';

/** How many answers everybody can read stands beside the question: lists sort by it and count nothing. */
export const questions: Migration = {
  name: '0050-questions',
  sql: `
    CREATE TABLE questions (
      id uuid PRIMARY KEY,
      product_id integer NOT NULL REFERENCES products (id) ON DELETE CASCADE,
      -- Absent of questions that came with the shop.
      account_id uuid,
      author text NOT NULL,
      body text NOT NULL,
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'published', 'refused')),
      refusal text,
      reply text,
      replied_at timestamptz,
      -- Of buyers, shown and still to be read.
      shown_answers integer NOT NULL DEFAULT 0,
      answers_to_read integer NOT NULL DEFAULT 0,
      -- Whether whoever asked was told of an answer.
      told boolean NOT NULL DEFAULT false,
      asked_at timestamptz NOT NULL,
      changed_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1
    );
    CREATE INDEX questions_answered ON questions
      (product_id, (reply IS NOT NULL OR shown_answers > 0) DESC, asked_at DESC, id) WHERE state = 'published';
    CREATE INDEX questions_newest ON questions (product_id, asked_at DESC, id) WHERE state = 'published';
    CREATE INDEX questions_by_state ON questions (state, asked_at, id);
    CREATE INDEX questions_waiting ON questions (asked_at, id) WHERE state = 'pending' OR answers_to_read > 0;
    CREATE INDEX questions_of_account ON questions (account_id, asked_at DESC) WHERE account_id IS NOT NULL;

    CREATE TABLE answers (
      id uuid PRIMARY KEY,
      question_id uuid NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
      account_id uuid,
      author text NOT NULL,
      body text NOT NULL,
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'published', 'refused')),
      refusal text,
      answered_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (question_id, account_id)
    );
    CREATE INDEX answers_of_account ON answers (account_id, answered_at DESC) WHERE account_id IS NOT NULL;
  `,
};
