import { z } from 'zod';
import { ifMatch } from '../shared/headers.ts';
import { defineRoute } from '../shared/route.ts';
import { slug } from './slugs.ts';
import {
  adminQuestion,
  adminQuestionPage,
  adminQuestionQuery,
  answerId,
  askedQuestion,
  givenAnswer,
  ownAnswer,
  ownPartInQuestions,
  ownQuestion,
  ownQuestions,
  questionDecision,
  questionId,
  questionPage,
  questionQuery,
  questionReply,
} from './questions.ts';

const ofProduct = '/api/v1/catalog/products/:slug/questions';
const bySlug = z.strictObject({ slug });
const byId = z.strictObject({ id: questionId });
const own = '/api/v1/catalog/questions';
const staff = '/api/v1/admin/catalog/questions';
const changed = { description: 'The question as it is now, with its new ETag', schema: adminQuestion };

export const questionProblems = {
  'question-not-found': { status: 404, title: 'No such question' },
  'answer-not-found': { status: 404, title: 'No such answer' },
  'answer-not-yours-to-give': {
    status: 403,
    title: 'Questions are answered by those who bought the product',
  },
  'question-is-your-own': { status: 409, title: 'Others answer what you asked' },
  'too-many-questions': { status: 409, title: 'First what you asked before is to be read' },
} as const;

/** Questions on a product, read before they are shown, and answered by the shop and by those who bought it. */
export const questionRoutes = {
  listQuestions: defineRoute({
    method: 'get',
    path: ofProduct,
    summary: 'Questions on a product with their answers, those that have some or the newest first',
    audience: 'public',
    namesPeople: true,
    params: bySlug,
    query: questionQuery,
    answers: { 200: { description: 'One page of questions', schema: questionPage } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
  askQuestion: defineRoute({
    method: 'post',
    path: ofProduct,
    summary: 'Ask about a product; it is read before it is shown. Asked again in the same words it stays one',
    audience: 'user',
    costs: 'question',
    params: bySlug,
    body: askedQuestion,
    answers: { 200: { description: 'The question, which waits to be read', schema: ownQuestion } },
    problems: ['product-not-found', 'too-many-questions', 'catalog-unavailable'],
  }),
  readOwnPartInQuestions: defineRoute({
    method: 'get',
    path: `${ofProduct}/mine`,
    summary: 'Whether the caller may answer, and what they asked and answered on this product',
    audience: 'user',
    params: bySlug,
    answers: { 200: { description: 'Their part', schema: ownPartInQuestions } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
  listOwnQuestions: defineRoute({
    method: 'get',
    path: `${own}/mine`,
    summary: 'All that the caller asked and answered, the newest first',
    audience: 'user',
    answers: { 200: { description: 'Their questions and answers', schema: ownQuestions } },
    problems: ['catalog-unavailable'],
  }),
  withdrawQuestion: defineRoute({
    method: 'delete',
    path: `${own}/:id`,
    summary: 'Take an own question back, with its answers; having none is fine',
    audience: 'user',
    params: byId,
    answers: { 204: { description: 'It is gone' } },
    problems: ['catalog-unavailable'],
  }),
  giveAnswer: defineRoute({
    method: 'put',
    path: `${own}/:id/answers/mine`,
    summary: 'Answer a question on what one bought, or otherwise than before; it is read before it is shown',
    audience: 'user',
    costs: 'question',
    params: byId,
    body: givenAnswer,
    answers: { 200: { description: 'The answer, which waits to be read', schema: ownAnswer } },
    problems: [
      'question-not-found',
      'answer-not-yours-to-give',
      'question-is-your-own',
      'catalog-unavailable',
    ],
  }),
  withdrawAnswer: defineRoute({
    method: 'delete',
    path: `${own}/:id/answers/mine`,
    summary: 'Take the own answer back; having none is fine',
    audience: 'user',
    params: byId,
    answers: { 204: { description: 'It is gone' } },
    problems: ['catalog-unavailable'],
  }),
  listAdminQuestions: defineRoute({
    method: 'get',
    path: staff,
    summary: 'Questions, searched, filtered and sorted',
    audience: 'merchandiser',
    query: adminQuestionQuery,
    answers: { 200: { description: 'One page of questions', schema: adminQuestionPage } },
    problems: ['catalog-unavailable'],
  }),
  getQuestion: defineRoute({
    method: 'get',
    path: `${staff}/:id`,
    summary: 'One question with all answers, with the ETag to decide on it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The question', schema: adminQuestion } },
    problems: ['question-not-found', 'catalog-unavailable'],
  }),
  decideQuestion: defineRoute({
    method: 'put',
    path: `${staff}/:id/decision`,
    summary: 'Show a question, or do not and say why. A 412 carries the question as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: questionDecision,
    answers: { 200: changed },
    problems: ['question-not-found', 'stale-version', 'catalog-unavailable'],
  }),
  replyToQuestion: defineRoute({
    method: 'put',
    path: `${staff}/:id/reply`,
    summary: 'Answer for the shop, which shows the question too, or take that answer away',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: questionReply,
    answers: { 200: changed },
    problems: ['question-not-found', 'stale-version', 'catalog-unavailable'],
  }),
  decideAnswer: defineRoute({
    method: 'put',
    path: '/api/v1/admin/catalog/answers/:id/decision',
    summary: 'Show the answer of a buyer, or do not and say why; its version is in its question',
    audience: 'merchandiser',
    params: z.strictObject({ id: answerId }),
    headers: ifMatch,
    body: questionDecision,
    answers: { 200: { description: 'The question of the answer as it is now', schema: adminQuestion } },
    problems: ['answer-not-found', 'stale-version', 'catalog-unavailable'],
  }),
};
