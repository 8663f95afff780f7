import { etagOf, type AdminQuestion } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { StaleVersion } from '../domain/errors.ts';
import { decideAnswer, decideQuestion, replyToQuestion, type Question } from '../domain/question.ts';
import type { ListedQuestion, QuestionDesk } from '../usecases/questions.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

const listed = ({ repliedAt: _, askedAt, changedAt, ...question }: ListedQuestion) => ({
  ...question,
  askedAt: askedAt.toISOString(),
  changedAt: changedAt.toISOString(),
});

const bodyOf = ({ repliedAt: _, askedAt, changedAt, answers, ...question }: Question): AdminQuestion => ({
  ...question,
  askedAt: askedAt.toISOString(),
  changedAt: changedAt.toISOString(),
  answers: answers.map(({ questionId: _of, answeredAt, ...answer }) => ({
    ...answer,
    answeredAt: answeredAt.toISOString(),
  })),
});

const answer = (question: Question) => ok(bodyOf(question), { etag: etagOf(question.version) });

/** Who comes late is shown the question as everybody on the staff is. */
const shown = async (changed: Promise<Question>): Promise<Question> => {
  try {
    return await changed;
  } catch (error) {
    if (!(error instanceof StaleVersion) || !error.extra.current) throw error;
    throw new StaleVersion(bodyOf(error.extra.current as Question));
  }
};

/** Questions as staff read, decide on and answer them. */
export const serveQuestionDesk = (api: Api, { desk, now }: { desk: QuestionDesk; now: () => Date }): void =>
  api.serve(contract, {
    listAdminQuestions: async ({ query }) => {
      const { page, pageSize } = query;
      const { items, totalItems } = await desk.page(query);
      return ok({ items: items.map(listed), page, pageSize, totalItems });
    },
    getQuestion: async ({ params: { id } }) => answer(await desk.find(id)),
    decideQuestion: async ({ params: { id }, headers, body, principal }) => {
      const decide = (question: Question) => decideQuestion(question, body, headers['if-match']);
      return answer(await shown(desk.update(id, actorOf(principal), decide)));
    },
    replyToQuestion: async ({ params: { id }, headers, body: { reply }, principal }) => {
      const asked = { expectedVersion: headers['if-match'], now: now() };
      const decide = (question: Question) => replyToQuestion(question, reply, asked);
      return answer(await shown(desk.update(id, actorOf(principal), decide)));
    },
    decideAnswer: async ({ params: { id }, headers, body, principal }) => {
      const changed = desk.updateAnswer(id, actorOf(principal), (found, question) =>
        decideAnswer(found, question, body, headers['if-match']),
      );
      return answer(await shown(changed));
    },
  });
