import { etagOf, type AdminReview } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { StaleVersion } from '../domain/errors.ts';
import { decideReview, replyTo, type Review } from '../domain/review.ts';
import type { ReviewDesk } from '../usecases/reviews.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

const bodyOf = ({ writtenAt, changedAt, ...review }: Review): AdminReview => ({
  ...review,
  writtenAt: writtenAt.toISOString(),
  changedAt: changedAt.toISOString(),
});

const answer = (review: Review) => ok(bodyOf(review), { etag: etagOf(review.version) });

/** Who comes late is shown the review as everybody on the staff is. */
const shown = async (changed: Promise<Review>): Promise<Review> => {
  try {
    return await changed;
  } catch (error) {
    if (!(error instanceof StaleVersion) || !error.extra.current) throw error;
    throw new StaleVersion(bodyOf(error.extra.current as Review));
  }
};

/** Reviews as staff read and decide on them. */
export const serveReviewDesk = (api: Api, { desk }: { desk: ReviewDesk }): void =>
  api.serve(contract, {
    listAdminReviews: async ({ query }) => {
      const { page, pageSize } = query;
      const { items, totalItems } = await desk.page(query);
      return ok({ items: items.map(bodyOf), page, pageSize, totalItems });
    },
    getReview: async ({ params: { id } }) => answer(await desk.find(id)),
    decideReview: async ({ params: { id }, headers, body, principal }) => {
      const decide = (review: Review) => decideReview(review, body, headers['if-match']);
      return answer(await shown(desk.update(id, actorOf(principal), decide)));
    },
    replyToReview: async ({ params: { id }, headers, body: { reply }, principal }) => {
      const decide = (review: Review) => replyTo(review, reply, headers['if-match']);
      return answer(await shown(desk.update(id, actorOf(principal), decide)));
    },
  });
