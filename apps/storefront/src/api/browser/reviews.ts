import type { ReviewDecision, WrittenReview } from '@quayside/contracts';
import { callApi } from './call-api.ts';

export const fetchReviews = (slug: string, query: { page: number; sort: 'helpful' | 'newest' }) =>
  callApi('GET /api/v1/catalog/products/:slug/reviews', {
    params: { slug },
    query: { ...query, pageSize: 5 },
  });

export const writeReview = (slug: string, review: WrittenReview) =>
  callApi('PUT /api/v1/catalog/products/:slug/reviews/mine', { params: { slug }, body: review });

export const withdrawReview = (slug: string) =>
  callApi('DELETE /api/v1/catalog/products/:slug/reviews/mine', { params: { slug } });

export const findHelpful = (id: string) =>
  callApi('PUT /api/v1/catalog/reviews/:id/helpful', { params: { id } });

export const unfindHelpful = (id: string) =>
  callApi('DELETE /api/v1/catalog/reviews/:id/helpful', { params: { id } });

export const decideReview = (id: string, etag: string, decision: ReviewDecision) =>
  callApi('PUT /api/v1/admin/catalog/reviews/:id/decision', {
    params: { id },
    headers: { 'if-match': etag },
    body: decision,
  });

export const replyToReview = (id: string, etag: string, reply: string | null) =>
  callApi('PUT /api/v1/admin/catalog/reviews/:id/reply', {
    params: { id },
    headers: { 'if-match': etag },
    body: { reply },
  });
