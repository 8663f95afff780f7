import type { ClientBase, Pool } from 'pg';
import { QuestionNotFound } from '../../domain/question-errors.ts';
import type { Answer, Question } from '../../domain/question.ts';

export interface QuestionRow extends Omit<Question, 'product' | 'answers'> {
  productId: number;
  productSlug: string;
  productName: string;
}

export const questionColumns = `questions.id, questions.product_id AS "productId", products.slug AS "productSlug",
  products.name AS "productName", questions.author, questions.body, questions.state, questions.refusal, reply,
  replied_at AS "repliedAt", asked_at AS "askedAt", questions.changed_at AS "changedAt", questions.version`;
export const questionTables = 'questions JOIN products ON products.id = questions.product_id';

export const answerColumns = `answers.id, question_id AS "questionId", answers.author, answers.body, answers.state,
  answers.refusal, answered_at AS "answeredAt", answers.version`;

export const withProduct = <T extends QuestionRow>({ productId, productSlug, productName, ...row }: T) => ({
  ...row,
  product: { id: productId, slug: productSlug, name: productName },
});

/** Each question with its answers, whatever became of them. */
export const withAnswers = async (
  db: Pool | ClientBase,
  rows: readonly QuestionRow[],
  { onlyShown = false } = {},
): Promise<Question[]> => {
  if (rows.length === 0) return [];
  const { rows: answers } = await db.query<Answer>(
    `SELECT ${answerColumns} FROM answers
      WHERE question_id = ANY($1::uuid[]) AND ($2 OR state = 'published') ORDER BY answered_at, id`,
    [rows.map(({ id }) => id), !onlyShown],
  );
  const byQuestion = Map.groupBy(answers, ({ questionId }) => questionId);
  return rows.map((row) => ({ ...withProduct(row), answers: byQuestion.get(row.id) ?? [] }));
};

/** @throws {QuestionNotFound} */
export const loadQuestion = async (db: Pool | ClientBase, id: string, lock = ''): Promise<Question> => {
  const { rows } = await db.query<QuestionRow>(
    `SELECT ${questionColumns} FROM ${questionTables} WHERE questions.id = $1 ${lock}`,
    [id],
  );
  const [question] = await withAnswers(db, rows);
  if (!question) throw new QuestionNotFound(id);
  return question;
};

/** @throws {QuestionNotFound} */
export const lockQuestion = (tx: ClientBase, id: string): Promise<Question> =>
  loadQuestion(tx, id, 'FOR UPDATE OF questions');

/** How many answers are shown and wait, kept with their questions, which the caller has locked. */
export const countAnswers = async (tx: ClientBase, questionIds: readonly string[]): Promise<void> => {
  await tx.query(
    `UPDATE questions SET shown_answers = counted.shown, answers_to_read = counted.to_read
       FROM (SELECT asked.id, count(*) FILTER (WHERE state = 'published')::int AS shown,
                    count(*) FILTER (WHERE state = 'pending')::int AS to_read
               FROM unnest($1::uuid[]) AS asked (id) LEFT JOIN answers ON question_id = asked.id
              GROUP BY asked.id) AS counted
      WHERE questions.id = counted.id`,
    [questionIds],
  );
};
