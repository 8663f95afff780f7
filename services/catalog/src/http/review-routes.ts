import type { OwnReview, Review as Shown } from '@quayside/contracts';
import { noContent, ok, type Api } from '@quayside/http';
import type { Review } from '../domain/review.ts';
import type { Reviews } from '../usecases/reviews.ts';
import { contract } from './contract.ts';

const noStore = { 'cache-control': 'no-store' };

const shown = ({ id, author, stars, title, body, helpful, writtenAt, reply }: Review): Shown => ({
  ...{ id, author, stars, title, body, helpful },
  writtenAt: writtenAt.toISOString(),
  ...(reply !== null && { reply }),
});

const asTheirs = ({ product, state, refusal, ...review }: Review): OwnReview => {
  const { id, stars, title, body, author, writtenAt, reply } = review;
  return {
    ...{ id, stars, title, body, author, state },
    product: {
      ...{ slug: product.slug, name: product.name },
      ...(product.slugs && { slugs: product.slugs }),
    },
    writtenAt: writtenAt.toISOString(),
    ...(refusal !== null && { refusal }),
    ...(reply !== null && { reply }),
  };
};

/** Reviews as shoppers read and write them. */
export const serveReviews = (api: Api, { reviews }: { reviews: Reviews }): void =>
  api.serve(contract, {
    listReviews: async ({ params: { slug }, query }) => {
      const { page, pageSize } = query;
      const found = await reviews.ofProduct(slug, query);
      const { totalItems, rating, distribution } = found;
      return ok({
        items: found.reviews.map(shown),
        ...{ page, pageSize, totalItems },
        ...(rating && { rating }),
        distribution: [...distribution],
      });
    },
    readOwnPart: async ({ principal, params: { slug } }) => {
      const { review, mayWrite, foundHelpful } = await reviews.partOf(principal.id, slug);
      return ok(
        { mayWrite, foundHelpful: [...foundHelpful], ...(review && { review: asTheirs(review) }) },
        noStore,
      );
    },
    writeReview: async ({ principal, params: { slug }, body }) =>
      ok(asTheirs(await reviews.write(principal.id, slug, body)), noStore),
    withdrawReview: async ({ principal, params: { slug } }) => {
      await reviews.withdraw(principal.id, slug);
      return noContent();
    },
    listOwnReviews: async ({ principal }) =>
      ok({ items: (await reviews.allOf(principal.id)).map(asTheirs) }, noStore),
    findHelpful: async ({ principal, params: { id } }) => {
      await reviews.vote(principal.id, id, true);
      return noContent();
    },
    unfindHelpful: async ({ principal, params: { id } }) => {
      await reviews.vote(principal.id, id, false);
      return noContent();
    },
  });
