import { holds } from './search-everywhere.ts';
import { createShopClient, type ShopClient } from './shop-client.ts';

/** Shows what somebody wrote, so that every process between Catalog and a reader may hold it; the product's slug. */
export const publishReviewOf = async (author: string, staff: ShopClient): Promise<string> => {
  const { body } = await staff.ask('GET /api/v1/admin/catalog/reviews', { query: { state: 'pending' } });
  const written = body.items.find((review) => review.author === author);
  if (!written) throw new Error(`No review by ${author} waits`);
  const { status } = await staff.ask('PUT /api/v1/admin/catalog/reviews/:id/decision', {
    params: { id: written.id },
    headers: { 'if-match': `"v${written.version}"` },
    body: { state: 'published' },
  });
  if (status !== 200) throw new Error(`The review of ${author} is not shown: ${status}`);
  return written.product.slug;
};

/** Where anybody who looks at a product reads one of these words. */
export const pagesWith = async (
  words: readonly string[],
  slug: string,
  origin: string,
): Promise<string[]> => {
  const reader = createShopClient(origin);
  const list = await reader.ask('GET /api/v1/catalog/products/:slug/reviews', {
    params: { slug },
    query: {},
  });
  const seen = {
    page: (await reader.visit(`/products/${slug}`)).html,
    german: (await reader.visit(`/de/produkte/${slug}`)).html,
    list: JSON.stringify(list.body),
  };
  return Object.entries(seen).flatMap(([place, text]) => (holds(text, words) ? [place] : []));
};
