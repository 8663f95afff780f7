import type { AskedQuestion, GivenAnswer, QuestionDecision } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const fetchQuestions = (slug: string, query: { page: number; sort: 'answered' | 'newest' }) =>
  callApi('GET /api/v1/catalog/products/:slug/questions', {
    params: { slug },
    query: { ...query, pageSize: 5 },
  });

export const askQuestion = (slug: string, question: AskedQuestion) =>
  callApi('POST /api/v1/catalog/products/:slug/questions', { params: { slug }, body: question });

export const withdrawQuestion = (id: string) =>
  callApi('DELETE /api/v1/catalog/questions/:id', { params: { id } });

export const giveAnswer = (id: string, answer: GivenAnswer) =>
  callApi('PUT /api/v1/catalog/questions/:id/answers/mine', { params: { id }, body: answer });

export const withdrawAnswer = (id: string) =>
  callApi('DELETE /api/v1/catalog/questions/:id/answers/mine', { params: { id } });

export const decideQuestion = (id: string, etag: string, decision: QuestionDecision) =>
  callApi('PUT /api/v1/admin/catalog/questions/:id/decision', {
    params: { id },
    headers: { 'if-match': etag },
    body: decision,
  });

export const replyToQuestion = (id: string, etag: string, reply: string | null) =>
  callApi('PUT /api/v1/admin/catalog/questions/:id/reply', {
    params: { id },
    headers: { 'if-match': etag },
    body: { reply },
  });

export const decideAnswer = (id: string, version: number, decision: QuestionDecision) =>
  callApi('PUT /api/v1/admin/catalog/answers/:id/decision', {
    params: { id },
    headers: { 'if-match': `"v${version}"` },
    body: decision,
  });
