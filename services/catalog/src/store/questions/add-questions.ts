import type { ClientBase } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { NewQuestion } from '../new-catalog.ts';
import { countAnswers } from './question-rows.ts';

/** Questions that come with a shop: shown, and of nobody who has an account. */
export const addQuestions = async (tx: ClientBase, questions: readonly NewQuestion[]): Promise<void> => {
  if (questions.length === 0) return;
  const rows = questions.map(({ productId, daysAgo, answers: _, ...question }) => ({
    id: uuidv7(),
    product_id: productId,
    days_ago: daysAgo,
    ...question,
  }));
  const answers = questions.flatMap(({ answers: given = [], daysAgo }, at) =>
    given.map((answer) => ({ id: uuidv7(), question_id: rows[at]?.id, days_ago: daysAgo - 1, ...answer })),
  );
  await tx.query(
    `INSERT INTO questions (id, product_id, author, body, reply, replied_at, state, asked_at, changed_at)
     SELECT id, product_id, author, body, reply,
            CASE WHEN reply IS NOT NULL THEN now() - (days_ago - 1) * interval '1 day' END, 'published',
            now() - days_ago * interval '1 day', now()
       FROM json_to_recordset($1) AS row (id uuid, product_id int, author text, body text, reply text, days_ago int)`,
    [JSON.stringify(rows)],
  );
  await tx.query(
    `INSERT INTO answers (id, question_id, author, body, state, answered_at)
     SELECT id, question_id, author, body, 'published', now() - days_ago * interval '1 day'
       FROM json_to_recordset($1) AS row (id uuid, question_id uuid, author text, body text, days_ago int)`,
    [JSON.stringify(answers)],
  );
  await countAnswers(
    tx,
    rows.map(({ id }) => id),
  );
};
