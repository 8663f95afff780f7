import { inTransaction, postgresAuditLog } from '@quayside/postgres';
import type { ClientBase, Pool } from 'pg';
import { AnswerNotFound } from '../../domain/question-errors.ts';
import { isAnswered, type Answer, type Question } from '../../domain/question.ts';
import type { ListedQuestion, QuestionDesk, QuestionDeskQuery } from '../../usecases/questions.ts';
import type { Announce } from '../announce.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { anywhere } from '../like.ts';
import {
  countAnswers,
  loadQuestion,
  lockQuestion,
  questionColumns,
  questionTables,
  withProduct,
  type QuestionRow,
} from './question-rows.ts';

const orderBy = (sort = '-asked'): string => {
  const by = sort.endsWith('changed') ? 'questions.changed_at' : 'asked_at';
  return sort.startsWith('-') ? `${by} DESC, questions.id DESC` : `${by}, questions.id`;
};

/** Each as the condition of an index where there is one. */
const stateFilter: Readonly<Record<NonNullable<QuestionDeskQuery['state']>, string>> = {
  pending: `questions.state = 'pending'`,
  published: `questions.state = 'published'`,
  refused: `questions.state = 'refused'`,
  waiting: `(questions.state = 'pending' OR answers_to_read > 0)`,
  unanswered: `questions.state = 'published' AND reply IS NULL AND shown_answers = 0`,
};

const page = async (pool: Pool, { q, state, sort, page: at, pageSize }: QuestionDeskQuery) => {
  const filter = `($1::text IS NULL OR lower(body) LIKE $1 OR lower(products.name) LIKE $1)
    ${state ? `AND ${stateFilter[state]}` : ''}`;
  const pattern = q === undefined ? null : anywhere(q);
  const [found, counted] = await Promise.all([
    pool.query<QuestionRow & Pick<ListedQuestion, 'answersToRead'>>(
      `SELECT ${questionColumns}, answers_to_read AS "answersToRead" FROM ${questionTables}
        WHERE ${filter} ORDER BY ${orderBy(sort)} LIMIT $2 OFFSET $3`,
      [pattern, pageSize, (at - 1) * pageSize],
    ),
    pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${questionTables} WHERE ${filter}`, [
      pattern,
    ]),
  ]);
  return { items: found.rows.map(withProduct), totalItems: counted.rows[0]?.count ?? 0 };
};

/** What the log says: what staff decide, and nothing of what somebody wrote. */
const told = ({ state, refusal, reply }: Question) => ({ state, refusal, reply });

/** Questions as staff read, decide on and answer them. */
export const createQuestionDesk = ({
  pool,
  now,
  announce,
}: {
  pool: Pool;
  now: () => Date;
  announce: Announce;
}): QuestionDesk => {
  /** Tells the first answer that everybody can read; a product of which nothing is sold has no page to read it on. */
  const tellFirst = async (tx: ClientBase, question: Question): Promise<void> => {
    if (!isAnswered(question)) return;
    const { rows } = await tx.query<{ askerId: string; itemId: number }>(
      `UPDATE questions SET told = true
         FROM (SELECT min(id) AS id FROM items WHERE product_id = $2 AND active) AS sold
        WHERE questions.id = $1 AND NOT told AND account_id IS NOT NULL AND sold.id IS NOT NULL
       RETURNING account_id AS "askerId", sold.id AS "itemId"`,
      [question.id, question.product.id],
    );
    const { id: questionId, version } = question;
    for (const first of rows)
      await announce(tx, [{ type: 'question-answered', questionId, version, ...first }]);
  };

  const write = (tx: ClientBase, { id, state, refusal, reply, repliedAt, version }: Question) =>
    tx.query(
      `UPDATE questions SET state = $2, refusal = $3, reply = $4, replied_at = $5, version = $6, changed_at = $7
        WHERE id = $1`,
      [id, state, refusal, reply, repliedAt, version, now()],
    );

  const writeAnswer = async (tx: ClientBase, { id, questionId, state, refusal, version }: Answer) => {
    await tx.query('UPDATE answers SET state = $2, refusal = $3, version = $4 WHERE id = $1', [
      id,
      state,
      refusal,
      version,
    ]);
    await tx.query('UPDATE questions SET changed_at = $2 WHERE id = $1', [questionId, now()]);
    await countAnswers(tx, [questionId]);
  };

  return {
    page: (query) => answerOrUnavailable(page(pool, query)),
    find: (id) => answerOrUnavailable(loadQuestion(pool, id)),
    update: (id, by, decide) =>
      answerOrUnavailable(
        inTransaction(pool, async (tx) => {
          const before = await lockQuestion(tx, id);
          const decided = decide(before);
          if (!decided) return before;
          await write(tx, decided);
          const change = { entity: 'question', entityId: id, before: told(before), after: told(decided) };
          const action = before.state === decided.state ? 'changed' : decided.state;
          await postgresAuditLog.append(tx, by, { action, ...change });
          await tellFirst(tx, decided);
          return loadQuestion(tx, id);
        }),
      ),
    updateAnswer: (id, by, decide) =>
      answerOrUnavailable(
        inTransaction(pool, async (tx) => {
          const { rows } = await tx.query<{ questionId: string }>(
            'SELECT question_id AS "questionId" FROM answers WHERE id = $1',
            [id],
          );
          if (!rows[0]) throw new AnswerNotFound(id);
          const { questionId } = rows[0];
          const before = await lockQuestion(tx, questionId);
          const answer = before.answers.find((one) => one.id === id);
          if (!answer) throw new AnswerNotFound(id);
          const decided = decide(answer, before);
          if (!decided) return before;
          await writeAnswer(tx, decided);
          await postgresAuditLog.append(tx, by, {
            // Of the question: that has a page.
            ...{ action: `answer-${decided.state}`, entity: 'question', entityId: questionId },
            ...{
              before: { answer: answer.state },
              after: { answer: decided.state, refusal: decided.refusal },
            },
          });
          const after = await loadQuestion(tx, questionId);
          await tellFirst(tx, after);
          return after;
        }),
      ),
  };
};
