import { compare } from '@quayside/contracts/money';
import type { Pool } from 'pg';
import { shopCurrency } from '../item-row.ts';
import { lowestPrior } from '../price-history/lowest-prior.ts';
import type { CatalogWords, WordKind } from './catalog-words.ts';
import type { IndexedProduct } from './indexed-product.ts';
import type { ProductTexts } from './words/product-texts.ts';

interface VariantRow {
  itemId: number;
  sku: string;
  barcode: string | null;
  optionValues: string[];
  active: boolean;
  available: number;
  version: number;
  /** Null where it has none in the shop's own currency. */
  amount: number | null;
  compareAt: number | null;
  lowestPrior: number | null;
  /** In other currencies. */
  others: OtherPrice[] | null;
  hash: string | null;
}

interface Row {
  id: number;
  slug: string;
  name: string;
  description: string;
  tags: string[];
  /** In other languages. */
  texts: { language: string; name: string; description: string; slug: string | null }[] | null;
  status: string;
  brand_id: number;
  category_id: number;
  attributes: Record<string, string | number | boolean>;
  rating_count: number;
  rating_sum: number;
  variants: VariantRow[] | null;
}

const selectProducts = (condition: string, rest = ''): string => `
  SELECT products.id, slug, name, description, tags, status, brand_id, category_id, attributes,
         rating_count, rating_sum,
         (SELECT json_agg(json_build_object('language', texts.language, 'name', texts.name, 'description', texts.description, 'slug', texts.slug))
            FROM product_texts AS texts WHERE texts.product_id = products.id) AS texts,
         json_agg(json_build_object('itemId', items.id, 'sku', items.sku, 'barcode', items.barcode,
                                    'optionValues', items.option_values, 'active', items.active,
                                    'available', stock.available, 'version', stock.version,
                                    'amount', prices.amount, 'compareAt', prices.compare_at,
                                    'lowestPrior', ${lowestPrior('prices')}, 'hash', media.hash,
                                    'others', (SELECT json_agg(json_build_object('currency', other.currency,
                                                  'amount', other.amount, 'compareAt', other.compare_at,
                                                  'lowestPrior', ${lowestPrior('other')}))
                                                 FROM prices AS other
                                                WHERE other.item_id = items.id AND other.currency <> '${shopCurrency}'))
                  ORDER BY items.position, items.id) FILTER (WHERE items.id IS NOT NULL) AS variants
    FROM products
    LEFT JOIN items ON items.product_id = products.id
    LEFT JOIN stock ON stock.item_id = items.id
    LEFT JOIN prices ON prices.item_id = items.id AND prices.currency = '${shopCurrency}'
    LEFT JOIN media ON media.id = items.media_id
   WHERE ${condition}
   GROUP BY products.id ${rest}`;

/** Everything touched in a transaction that was not over at a mark. */
export const changedProductsSql = selectProducts('products.changed_in >= $1::xid8');

/** So many at once keep the process answering meanwhile. */
const batchSize = 1_000;
/** All there is, from one id on. */
const allProductsSql = selectProducts(
  `products.id IN (SELECT id FROM products WHERE id > $1 ORDER BY id LIMIT ${batchSize})`,
  'ORDER BY products.id',
);

const productsByIdSql = selectProducts('products.id = ANY($1::int[])');
/** Attributes, tags and values are called otherwise so seldom that no index is kept for what has them. */
const idsByWordSql = `
  SELECT id FROM products WHERE brand_id = ANY($1::int[])
   UNION SELECT id FROM products WHERE category_id = ANY($2::int[])
   UNION SELECT id FROM products WHERE cardinality($3::text[]) > 0 AND attributes ?| $3::text[]
   UNION SELECT product_id FROM items WHERE cardinality($4::text[]) > 0 AND option_values && $4::text[]
   UNION SELECT id FROM products
          WHERE cardinality($4::text[]) > 0
            AND (tags && $4::text[]
                 OR attributes ?| ARRAY(SELECT code FROM attributes WHERE name = ANY($4::text[]))
                 OR EXISTS (SELECT FROM jsonb_each_text(attributes) WHERE value = ANY($4::text[])))`;

type Priced = VariantRow & { readonly amount: number };
const isPriced = (variant: VariantRow): variant is Priced => variant.amount !== null;

const unpriced = { amount: 0, compareAt: null, lowestPrior: null, hash: null };

interface OtherPrice {
  readonly currency: string;
  readonly amount: number;
  readonly compareAt: number | null;
  readonly lowestPrior: number | null;
}

const priceOf = ({ currency, amount, compareAt, lowestPrior: lowest }: OtherPrice) => ({
  ...{ amount, currency },
  ...(compareAt !== null && { compareAt }),
  ...(lowest !== null && { lowestPrior: lowest }),
});

/** What is shown costs from and to in each other currency that any of it is sold in. */
const inOther = (shown: readonly VariantRow[]): IndexedProduct['inOther'] => {
  const byCurrency = Map.groupBy(
    shown.flatMap(({ others }) => others ?? []),
    ({ currency }) => currency,
  );
  if (byCurrency.size === 0) return undefined;
  return Object.fromEntries(
    [...byCurrency].map(([currency, prices]) => {
      const sorted = prices.toSorted(compare);
      const [least, most] = [sorted[0] as OtherPrice, sorted.at(-1) as OtherPrice];
      return [currency, { from: priceOf(least), to: { amount: most.amount, currency } }];
    }),
  );
};

const toIndexed = (row: Row, words: CatalogWords, facets: ReadonlySet<string>): IndexedProduct => {
  const priced = (row.variants ?? []).filter(isPriced);
  const active = priced.filter((variant) => variant.active);
  const shown = active.length > 0 ? active : priced;
  const first = shown[0] ?? unpriced;
  const byPrice = shown.toSorted(({ amount: one }, { amount: other }) => one - other);
  const others = inOther(shown);
  const [cheapest, dearest] = [byPrice[0] ?? first, byPrice.at(-1) ?? first];
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    ...(row.texts && {
      names: Object.fromEntries(row.texts.map(({ language, name }) => [language, name])),
      slugs: Object.fromEntries(row.texts.flatMap(({ language, slug }) => (slug ? [[language, slug]] : []))),
    }),
    brand: words.brand(row.brand_id),
    categories: words.categories(row.category_id),
    pictureUrl: first.hash === null ? '' : `/api/v1/catalog/images/${first.hash}`,
    from: {
      amount: cheapest.amount,
      currency: shopCurrency,
      ...(cheapest.compareAt !== null && { compareAt: cheapest.compareAt }),
      ...(cheapest.lowestPrior !== null && { lowestPrior: cheapest.lowestPrior }),
    },
    to: { amount: dearest.amount, currency: shopCurrency },
    ...(others && { inOther: others }),
    variants: priced.map(({ itemId, active: isActive, available, version }) => ({
      itemId,
      active: isActive,
      available,
      version,
    })),
    attributes: Object.fromEntries(Object.entries(row.attributes).filter(([code]) => facets.has(code))),
    isListed: row.status === 'active' && active.length > 0,
    ratingSum: row.rating_sum,
    ratingCount: row.rating_count,
  };
};

const spoken = (
  value: string | number | boolean,
  { name, unit = '' }: { name: string; unit?: string },
): string => {
  if (value === true) return name;
  return value === false ? '' : `${value} ${unit}`;
};

const textsOf = (row: Row, words: CatalogWords): ProductTexts => {
  const others = row.texts ?? [];
  const variants = row.variants ?? [];
  const spokenValues = Object.entries(row.attributes).map(([code, value]) =>
    spoken(value, words.attribute(code) ?? { name: '' }),
  );
  const shared = [...row.tags, ...spokenValues, ...variants.flatMap(({ optionValues }) => optionValues)];
  return {
    names: [...new Set([row.name, ...others.map(({ name }) => name)])],
    kinds: [words.brand(row.brand_id), ...words.categories(row.category_id)].map(({ name }) => name),
    marks: [row.slug, ...shared, ...new Set(shared.flatMap((word) => words.translations(word.trim())))],
    descriptions: [row.description, ...others.map(({ description }) => description)],
    codes: variants.flatMap(({ sku, barcode }) => [sku, ...(barcode === null ? [] : [barcode])]),
  };
};

/** A product as it is now: what lists keep of it, and what it is found by. */
export interface LoadedProduct {
  readonly product: IndexedProduct;
  readonly texts: ProductTexts;
}

const readBy = (words: CatalogWords): ((row: Row) => LoadedProduct) => {
  const facets = new Set(words.facets().map(({ code }) => code));
  return (row) => ({ product: toIndexed(row, words, facets), texts: textsOf(row, words) });
};

/** @param since the oldest transaction that was under way at the last reading */
export const loadChangedProducts = async (
  pool: Pool,
  words: CatalogWords,
  since: string,
): Promise<LoadedProduct[]> => {
  const { rows } = await pool.query<Row>({
    name: 'changed-products',
    text: changedProductsSql,
    values: [since],
  });
  return rows.map(readBy(words));
};

/** Products that show any of the brands, categories, attributes or terms, in batches. */
export async function* loadProductsWith(
  pool: Pool,
  words: CatalogWords,
  { brands, categories, attributes, terms }: Readonly<Record<WordKind, readonly string[]>>,
): AsyncGenerator<LoadedProduct[]> {
  if (brands.length + categories.length + attributes.length + terms.length === 0) return;
  const read = readBy(words);
  const { rows } = await pool.query<{ id: number }>(idsByWordSql, [brands, categories, attributes, terms]);
  const ids = rows.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += batchSize) {
    const batch = await pool.query<Row>(productsByIdSql, [ids.slice(from, from + batchSize)]);
    yield batch.rows.map(read);
  }
}

/** The whole catalog, in batches. */
export async function* loadAllProducts(pool: Pool, words: CatalogWords): AsyncGenerator<LoadedProduct[]> {
  const read = readBy(words);
  let last = 0;
  for (;;) {
    const { rows } = await pool.query<Row>({ name: 'all-products', text: allProductsSql, values: [last] });
    if (rows.length === 0) return;
    yield rows.map(read);
    last = (rows.at(-1) as Row).id;
  }
}
