import { inTransaction } from '@quayside/postgres';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import {
  AnswerNotYoursToGive,
  QuestionIsYourOwn,
  QuestionNotFound,
  TooManyQuestions,
} from '../../domain/question-errors.ts';
import { mayWait } from '../../domain/question.ts';
import type { OwnAnswer, OwnQuestion, Questions } from '../../usecases/questions.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { prepared } from '../prepared.ts';
import { productIdOf } from '../reviews/review-rows.ts';
import { ownAnswers, ownQuestions } from './own-questions.ts';
import {
  countAnswers,
  questionColumns,
  questionTables,
  withAnswers,
  type QuestionRow,
} from './question-rows.ts';

const orders = {
  answered: '(reply IS NOT NULL OR shown_answers > 0) DESC, asked_at DESC, questions.id',
  newest: 'asked_at DESC, questions.id',
} as const;

/** $1: the product, then from where and how many. */
export const shownQuestionsSql = (sort: keyof typeof orders): string => `
  SELECT ${questionColumns} FROM ${questionTables}
   WHERE product_id = $1 AND questions.state = 'published' ORDER BY ${orders[sort]} OFFSET $2 LIMIT $3`;

const boughtSql = 'SELECT 1 FROM purchases WHERE account_id = $1 AND product_id = $2';

const ofProduct =
  (pool: Pool): Questions['ofProduct'] =>
  async (slug, { page, pageSize, sort }) => {
    const productId = await productIdOf(pool, slug);
    const [found, counted] = await Promise.all([
      pool.query<QuestionRow>(
        prepared(shownQuestionsSql(sort), [productId, (page - 1) * pageSize, pageSize]),
      ),
      pool.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM questions WHERE product_id = $1 AND state = 'published'`,
        [productId],
      ),
    ]);
    return {
      questions: await withAnswers(pool, found.rows, { onlyShown: true }),
      totalItems: counted.rows[0]?.count ?? 0,
    };
  };

const ask =
  (pool: Pool, now: () => Date): Questions['ask'] =>
  (accountId, slug, { author, body }) =>
    inTransaction(pool, async (tx) => {
      const productId = await productIdOf(tx, slug);
      // Of one person one at a time: what waits is counted, and the same question told apart from another.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('questions ' || $1, 0))`, [accountId]);
      const waiting = await tx.query<{ id: string; isSame: boolean }>(
        `SELECT id, product_id = $2 AND body = $3 AS "isSame" FROM questions WHERE account_id = $1 AND state = 'pending'`,
        [accountId, productId, body],
      );
      const same = waiting.rows.find(({ isSame }) => isSame);
      if (!same && waiting.rows.length >= mayWait) throw new TooManyQuestions(mayWait);
      const id = same?.id ?? uuidv7();
      if (!same)
        await tx.query(
          `INSERT INTO questions (id, product_id, account_id, author, body, asked_at, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $6)`,
          [id, productId, accountId, author, body, now()],
        );
      return (await ownQuestions(tx, accountId, 'questions.id = $2', [id]))[0] as OwnQuestion;
    });

const answer =
  (pool: Pool, now: () => Date): Questions['answer'] =>
  (accountId, questionId, { author, body }) =>
    inTransaction(pool, async (tx) => {
      const { rows } = await tx.query<{ productId: number; own: boolean }>(
        `SELECT product_id AS "productId", account_id IS NOT DISTINCT FROM $2::uuid AS own FROM questions
          WHERE id = $1 AND state = 'published' FOR UPDATE`,
        [questionId, accountId],
      );
      if (!rows[0]) throw new QuestionNotFound(questionId);
      if (rows[0].own) throw new QuestionIsYourOwn();
      const bought = await tx.query(boughtSql, [accountId, rows[0].productId]);
      if (bought.rowCount === 0) throw new AnswerNotYoursToGive();
      await tx.query(
        `INSERT INTO answers (id, question_id, account_id, author, body, answered_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (question_id, account_id) DO UPDATE
           SET author = excluded.author, body = excluded.body, state = 'pending', refusal = NULL,
               answered_at = excluded.answered_at, version = answers.version + 1
         WHERE (answers.author, answers.body) IS DISTINCT FROM (excluded.author, excluded.body)`,
        [uuidv7(), questionId, accountId, author, body, now()],
      );
      await countAnswers(tx, [questionId]);
      return (await ownAnswers(tx, accountId, 'question_id = $2', [questionId]))[0] as OwnAnswer;
    });

/** Questions as shoppers read, ask and answer them. */
export const createQuestions = ({ pool, now }: { pool: Pool; now: () => Date }): Questions => ({
  ofProduct: (...asked) => answerOrUnavailable(ofProduct(pool)(...asked)),
  partOf: (accountId, slug) =>
    answerOrUnavailable(
      (async () => {
        const productId = await productIdOf(pool, slug);
        const [bought, questions, answers] = await Promise.all([
          pool.query(boughtSql, [accountId, productId]),
          ownQuestions(pool, accountId, 'questions.product_id = $2', [productId]),
          ownAnswers(pool, accountId, 'questions.product_id = $2', [productId]),
        ]);
        return { mayAnswer: bought.rowCount === 1, questions, answers };
      })(),
    ),
  allOf: (accountId) =>
    answerOrUnavailable(
      (async () => {
        const [questions, answers] = await Promise.all([
          ownQuestions(pool, accountId),
          ownAnswers(pool, accountId),
        ]);
        return { questions, answers };
      })(),
    ),
  ask: (...asked) => answerOrUnavailable(ask(pool, now)(...asked)),
  withdraw: async (accountId, questionId) => {
    await answerOrUnavailable(
      pool.query('DELETE FROM questions WHERE id = $1 AND account_id = $2', [questionId, accountId]),
    );
  },
  answer: (...given) => answerOrUnavailable(answer(pool, now)(...given)),
  withdrawAnswer: (accountId, questionId) =>
    answerOrUnavailable(
      inTransaction(pool, async (tx) => {
        await tx.query('SELECT 1 FROM questions WHERE id = $1 FOR UPDATE', [questionId]);
        await tx.query('DELETE FROM answers WHERE question_id = $1 AND account_id = $2', [
          questionId,
          accountId,
        ]);
        await countAnswers(tx, [questionId]);
      }),
    ),
});
