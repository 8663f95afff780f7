import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { aggregateVersion, timestamp, wholeNumber } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { printableLine, printableText } from '../shared/text.ts';
import { rating } from './product.ts';
import { otherSlugs, slug } from './slugs.ts';

export const reviewId = z.uuidv7();
const stars = z.int().min(1).max(5);

/** A review as everybody reads it. */
export const review = z
  .object({
    id: reviewId,
    /** As its writer wishes to be called. */
    author: z.string(),
    stars,
    title: z.string(),
    body: z.string(),
    /** How many said that it helped them. */
    helpful: z.int(),
    writtenAt: timestamp,
    /** What the shop says to it. */
    reply: z.string().optional(),
  })
  .meta({ id: 'Review' });
export type Review = z.infer<typeof review>;

/** Query of `GET /api/v1/catalog/products/{slug}/reviews`. */
export const reviewQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(['helpful', 'newest']).default('helpful'),
  stars: wholeNumber(stars).optional(),
});

export const reviewPage = pageOf(review)
  .extend({
    rating: rating.optional(),
    /** How many gave one star, two, … five. */
    distribution: z.array(z.int()).length(5),
  })
  .meta({ id: 'ReviewPage' });
export type ReviewPage = z.infer<typeof reviewPage>;

/** Body of `PUT /api/v1/catalog/products/{slug}/reviews/mine`. */
export const writtenReview = z
  .strictObject({ stars, title: printableLine(100), body: printableText(3000), author: printableLine(40) })
  .meta({ id: 'WrittenReview' });
export type WrittenReview = z.input<typeof writtenReview>;

const reviewState = z.enum(['pending', 'published', 'refused']);

/** A review as its writer sees it. */
export const ownReview = z
  .object({
    id: reviewId,
    product: z.object({ slug, slugs: otherSlugs, name: z.string() }),
    stars,
    title: z.string(),
    body: z.string(),
    author: z.string(),
    state: reviewState,
    /** Why it is not shown. */
    refusal: z.string().optional(),
    reply: z.string().optional(),
    writtenAt: timestamp,
  })
  .meta({ id: 'OwnReview' });
export type OwnReview = z.infer<typeof ownReview>;
export const ownReviewList = z.object({ items: z.array(ownReview) }).meta({ id: 'OwnReviewList' });

/** Answer of `GET /api/v1/catalog/products/{slug}/reviews/mine`: what whoever asks has to do with them. */
export const ownPart = z
  .object({
    /** Who bought it may. */
    mayWrite: z.boolean(),
    review: ownReview.optional(),
    /** Reviews of it that they found helpful. */
    foundHelpful: z.array(reviewId),
  })
  .meta({ id: 'OwnPartInReviews' });
export type OwnPart = z.infer<typeof ownPart>;

/** A review as staff see it, who is behind it by their id alone. */
export const adminReview = z
  .object({
    id: reviewId,
    product: z.object({ id: z.int(), slug, name: z.string() }),
    author: z.string(),
    stars,
    title: z.string(),
    body: z.string(),
    state: reviewState,
    refusal: z.string().nullable(),
    reply: z.string().nullable(),
    helpful: z.int(),
    writtenAt: timestamp,
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminReview' });
export type AdminReview = z.infer<typeof adminReview>;
export const adminReviewPage = pageOf(adminReview).meta({ id: 'AdminReviewPage' });

/** Query of `GET /api/v1/admin/catalog/reviews`; `q` is looked for in title, text and product. */
export const adminReviewQuery = z.strictObject({
  ...adminListQuery(['written', 'stars', 'changed']),
  state: reviewState.optional(),
  stars: wholeNumber(stars).optional(),
});
export type AdminReviewInput = z.input<typeof adminReviewQuery>;

/** Body of `PUT /api/v1/admin/catalog/reviews/{id}/decision`: what is not shown says why to whoever wrote it. */
export const reviewDecision = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('published') }),
    z.strictObject({ state: z.literal('refused'), refusal: printableLine(300) }),
  ])
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof reviewDecision>;

/** Body of `PUT /api/v1/admin/catalog/reviews/{id}/reply`; null takes it away. */
export const reviewReply = z
  .strictObject({ reply: printableText(2000).nullable() })
  .meta({ id: 'ReviewReply' });
