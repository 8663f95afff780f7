import { z } from 'zod';
import { ifMatch } from '../shared/headers.ts';
import { defineRoute } from '../shared/route.ts';
import { slug } from './slugs.ts';
import {
  adminReview,
  adminReviewPage,
  adminReviewQuery,
  ownPart,
  ownReview,
  ownReviewList,
  reviewDecision,
  reviewId,
  reviewPage,
  reviewQuery,
  reviewReply,
  writtenReview,
} from './reviews.ts';

const ofProduct = '/api/v1/catalog/products/:slug/reviews';
const bySlug = z.strictObject({ slug });
const byId = z.strictObject({ id: reviewId });
const helpful = '/api/v1/catalog/reviews/:id/helpful';
const staff = '/api/v1/admin/catalog/reviews';
const changed = { description: 'The review as it is now, with its new ETag', schema: adminReview };

export const reviewProblems = {
  'review-not-found': { status: 404, title: 'No such review' },
  'review-not-yours-to-write': { status: 403, title: 'Reviews are written by those who bought the product' },
  'review-is-your-own': { status: 409, title: 'Others say whether a review helped them' },
} as const;

/** Reviews by those who bought a product, read before they are shown. */
export const reviewRoutes = {
  listReviews: defineRoute({
    method: 'get',
    path: ofProduct,
    summary: 'Reviews of a product, the most helpful or the newest first, and what they come to',
    audience: 'public',
    namesPeople: true,
    params: bySlug,
    query: reviewQuery,
    answers: { 200: { description: 'One page of reviews', schema: reviewPage } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
  readOwnPart: defineRoute({
    method: 'get',
    path: `${ofProduct}/mine`,
    summary: 'Whether the caller may write one, what they wrote, and which reviews helped them',
    audience: 'user',
    params: bySlug,
    answers: { 200: { description: 'Their part', schema: ownPart } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
  writeReview: defineRoute({
    method: 'put',
    path: `${ofProduct}/mine`,
    summary: 'Write a review, or another in its place; it is read before it is shown',
    audience: 'user',
    costs: 'review',
    params: bySlug,
    body: writtenReview,
    answers: { 200: { description: 'The review, which waits to be read', schema: ownReview } },
    problems: ['product-not-found', 'review-not-yours-to-write', 'catalog-unavailable'],
  }),
  withdrawReview: defineRoute({
    method: 'delete',
    path: `${ofProduct}/mine`,
    summary: 'Take the own review back; having none is fine',
    audience: 'user',
    params: bySlug,
    answers: { 204: { description: 'It is gone' } },
    problems: ['product-not-found', 'catalog-unavailable'],
  }),
  listOwnReviews: defineRoute({
    method: 'get',
    path: '/api/v1/catalog/reviews/mine',
    summary: 'All reviews of the caller, the newest first',
    audience: 'user',
    answers: { 200: { description: 'Their reviews', schema: ownReviewList } },
    problems: ['catalog-unavailable'],
  }),
  findHelpful: defineRoute({
    method: 'put',
    path: helpful,
    summary: 'Say that a review helped; once counts',
    audience: 'user',
    costs: 'review',
    params: byId,
    answers: { 204: { description: 'It counts' } },
    problems: ['review-not-found', 'review-is-your-own', 'catalog-unavailable'],
  }),
  unfindHelpful: defineRoute({
    method: 'delete',
    path: helpful,
    summary: 'Take that back',
    audience: 'user',
    params: byId,
    answers: { 204: { description: 'It does not count any more' } },
    problems: ['review-not-found', 'catalog-unavailable'],
  }),
  listAdminReviews: defineRoute({
    method: 'get',
    path: staff,
    summary: 'Reviews, searched, filtered and sorted',
    audience: 'merchandiser',
    query: adminReviewQuery,
    answers: { 200: { description: 'One page of reviews', schema: adminReviewPage } },
    problems: ['catalog-unavailable'],
  }),
  getReview: defineRoute({
    method: 'get',
    path: `${staff}/:id`,
    summary: 'One review, with the ETag to decide on it by',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The review', schema: adminReview } },
    problems: ['review-not-found', 'catalog-unavailable'],
  }),
  decideReview: defineRoute({
    method: 'put',
    path: `${staff}/:id/decision`,
    summary: 'Show a review, or do not and say why. A 412 carries the review as it is now as `current`',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: reviewDecision,
    answers: { 200: changed },
    problems: ['review-not-found', 'stale-version', 'catalog-unavailable'],
  }),
  replyToReview: defineRoute({
    method: 'put',
    path: `${staff}/:id/reply`,
    summary: 'Say something to a review for all to read, or take it away',
    audience: 'merchandiser',
    params: byId,
    headers: ifMatch,
    body: reviewReply,
    answers: { 200: changed },
    problems: ['review-not-found', 'stale-version', 'catalog-unavailable'],
  }),
};
