import type { ClientBase, Pool } from 'pg';
import type { OwnAnswer, OwnQuestion } from '../../usecases/questions.ts';
import {
  answerColumns,
  countAnswers,
  questionColumns,
  questionTables,
  withProduct,
  type QuestionRow,
} from './question-rows.ts';

/** What somebody asked, the newest first. */
export const ownQuestions = async (
  db: Pool | ClientBase,
  accountId: string,
  which = 'true',
  values: readonly unknown[] = [],
): Promise<OwnQuestion[]> => {
  const { rows } = await db.query<QuestionRow & { answers: number }>(
    `SELECT ${questionColumns}, shown_answers + (reply IS NOT NULL)::int AS answers FROM ${questionTables}
      WHERE questions.account_id = $1 AND ${which} ORDER BY asked_at DESC, questions.id`,
    [accountId, ...values],
  );
  return rows.map(withProduct);
};

type AnswerRow = Omit<OwnAnswer, 'product'> & Pick<QuestionRow, 'productId' | 'productSlug' | 'productName'>;

/** What somebody answered, the newest first. */
export const ownAnswers = async (
  db: Pool | ClientBase,
  accountId: string,
  which = 'true',
  values: readonly unknown[] = [],
): Promise<OwnAnswer[]> => {
  const { rows } = await db.query<AnswerRow>(
    `SELECT ${answerColumns}, questions.body AS question, products.id AS "productId", products.slug AS "productSlug",
            products.name AS "productName"
       FROM answers JOIN questions ON questions.id = question_id JOIN products ON products.id = questions.product_id
      WHERE answers.account_id = $1 AND ${which} ORDER BY answered_at DESC, answers.id`,
    [accountId, ...values],
  );
  return rows.map(({ productId, productSlug, productName, ...row }) => ({
    ...row,
    product: { id: productId, slug: productSlug, name: productName },
  }));
};

/** What somebody asked, with the answers to it, and what they answered. */
export const forgetAsker = async (tx: ClientBase, accountId: string): Promise<void> => {
  await tx.query('DELETE FROM questions WHERE account_id = $1', [accountId]);
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM questions WHERE id IN (SELECT question_id FROM answers WHERE account_id = $1)
      ORDER BY id FOR UPDATE`,
    [accountId],
  );
  if (rows.length === 0) return;
  await tx.query('DELETE FROM answers WHERE account_id = $1', [accountId]);
  await countAnswers(
    tx,
    rows.map(({ id }) => id),
  );
};
