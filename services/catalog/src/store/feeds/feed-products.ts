import type { Pool } from 'pg';
import type { FullProduct } from '../../domain/full-product/full-product.ts';
import type { FedProduct } from '../../usecases/feeds/google-item.ts';
import type { FeedProducts } from '../../usecases/feeds/product-feed.ts';
import { answerOrUnavailable } from '../answer-or-unavailable.ts';
import { loadFullProducts } from '../full-product/load-full-product.ts';
import { createPlaces } from '../imports/places.ts';

const productsAtOnce = 250;

/**
 * Sums of what only rises: no change keeps all of them as they were. The last transaction alone would not tell, as one
 * that began earlier may end later.
 */
const feedTagSql = `
  SELECT md5(concat_ws(' ',
           (SELECT count(*) || ' ' || sum(changed_in::text::numeric) FROM products WHERE status = 'active'),
           (SELECT sum(version) FROM stock),
           (SELECT count(*) || ' ' || sum(hashtextextended(name, 0)) FROM brands),
           (SELECT count(*) || ' ' || sum(hashtextextended(name || path::text, 0)) FROM categories),
           (SELECT count(*) || ' ' || sum(hashtextextended(language || term || text, 0)) FROM translations))) AS tag`;

export const feedPartSql = `SELECT id FROM products WHERE status = 'active' AND id > $1 ORDER BY id LIMIT ${productsAtOnce}`;

/** Of the words of some products those that are said otherwise in a language. */
const wordsOf = async (
  pool: Pool,
  language: string,
  terms: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ term: string; text: string }>(
    'SELECT term, text FROM translations WHERE language = $1 AND term = ANY($2)',
    [language, [...terms]],
  );
  return new Map(rows.map(({ term, text }) => [term, text]));
};

const termsOf = (products: readonly FullProduct[], categories: readonly (readonly string[])[]) =>
  new Set([
    ...categories.flat(),
    ...products.flatMap(({ variants }) => variants.flatMap(({ optionValues }) => optionValues)),
  ]);

async function* all(pool: Pool, language: 'en' | 'de'): AsyncGenerator<FedProduct> {
  const places = await createPlaces(pool, undefined);
  for (let after = 0; ;) {
    const { rows } = await pool.query<{ id: number }>(feedPartSql, [after]);
    const ids = rows.map(({ id }) => id);
    after = ids.at(-1) ?? after;
    if (ids.length === 0) return;
    const products = await loadFullProducts(pool, ids);
    const categories = products.map(({ categoryId }) => places.pathOfCategory(categoryId).names);
    const words =
      language === 'en' ? undefined : await wordsOf(pool, language, termsOf(products, categories));
    const say = (term: string): string => words?.get(term) ?? term;
    for (const [at, product] of products.entries()) {
      const brand = places.nameOfBrand(product.brandId).name;
      yield { product, brand, category: categories[at] ?? [], say };
    }
  }
}

/** Products that are sold, as feeds tell of them: three or four statements for some hundreds. */
export const createFeedProducts = ({ pool }: { pool: Pool }): FeedProducts => ({
  tag: async () => {
    const { rows } = await answerOrUnavailable(pool.query<{ tag: string }>(feedTagSql));
    return rows[0]?.tag ?? '';
  },
  all: (language) => all(pool, language),
});
