import type {
  OwnAnswer as OwnAnswerView,
  OwnQuestion as OwnQuestionView,
  Question as Shown,
} from '@quayside/contracts';
import { noContent, ok, type Api } from '@quayside/http';
import type { Question } from '../domain/question.ts';
import type { OwnAnswer, OwnQuestion, Questions } from '../usecases/questions.ts';
import { contract } from './contract.ts';

const noStore = { 'cache-control': 'no-store' };

const shown = ({ id, author, body, askedAt, reply, repliedAt, answers }: Question): Shown => ({
  ...{ id, author, body, askedAt: askedAt.toISOString() },
  ...(reply !== null && { reply: { body: reply, answeredAt: (repliedAt ?? askedAt).toISOString() } }),
  answers: answers.map((answer) => ({
    ...{ id: answer.id, author: answer.author, body: answer.body },
    answeredAt: answer.answeredAt.toISOString(),
  })),
});

const asAsker = (question: OwnQuestion): OwnQuestionView => {
  const { id, product, author, body, state, refusal, askedAt, answers } = question;
  return {
    ...{ id, author, body, state, answers, askedAt: askedAt.toISOString() },
    product: { slug: product.slug, name: product.name },
    ...(refusal !== null && { refusal }),
  };
};

const asAnswerer = (answer: OwnAnswer): OwnAnswerView => {
  const { id, product, author, body, state, refusal, answeredAt, question, questionId } = answer;
  return {
    ...{ id, author, body, state, answeredAt: answeredAt.toISOString() },
    product: { slug: product.slug, name: product.name },
    question: { id: questionId, body: question },
    ...(refusal !== null && { refusal }),
  };
};

/** Questions as shoppers read, ask and answer them. */
export const serveQuestions = (api: Api, { questions }: { questions: Questions }): void =>
  api.serve(contract, {
    listQuestions: async ({ params: { slug }, query }) => {
      const { page, pageSize } = query;
      const found = await questions.ofProduct(slug, query);
      return ok({ items: found.questions.map(shown), page, pageSize, totalItems: found.totalItems });
    },
    askQuestion: async ({ principal, params: { slug }, body }) =>
      ok(asAsker(await questions.ask(principal.id, slug, body)), noStore),
    readOwnPartInQuestions: async ({ principal, params: { slug } }) => {
      const own = await questions.partOf(principal.id, slug);
      const { mayAnswer } = own;
      return ok(
        { mayAnswer, questions: own.questions.map(asAsker), answers: own.answers.map(asAnswerer) },
        noStore,
      );
    },
    listOwnQuestions: async ({ principal }) => {
      const own = await questions.allOf(principal.id);
      return ok({ questions: own.questions.map(asAsker), answers: own.answers.map(asAnswerer) }, noStore);
    },
    withdrawQuestion: async ({ principal, params: { id } }) => {
      await questions.withdraw(principal.id, id);
      return noContent();
    },
    giveAnswer: async ({ principal, params: { id }, body }) =>
      ok(asAnswerer(await questions.answer(principal.id, id, body)), noStore),
    withdrawAnswer: async ({ principal, params: { id } }) => {
      await questions.withdrawAnswer(principal.id, id);
      return noContent();
    },
  });
