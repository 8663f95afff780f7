import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ProductQuery } from '../../usecases/catalog-reads.ts';
import type { CatalogWords } from './catalog-words.ts';
import { facetValueOf } from './facet-value-of.ts';
import type { IndexedProduct } from './indexed-product.ts';
import { listProducts } from './list-products.ts';
import { priceBandOf } from './price-bands.ts';
import { createProductIndex } from './product-index.ts';
import { createSynonyms } from './words/synonyms.ts';

const brands = ['Hallvik', 'Brisund', 'Alpenhart'].map((name, at) => ({
  id: at + 1,
  slug: name.toLowerCase(),
  name,
}));
const roots = ['Bags', 'Boots'].map((name, at) => ({ id: at + 1, slug: name.toLowerCase(), name }));
const below = ['Duffels', 'Sea Boots'].map((name, at) => ({
  id: at + 3,
  slug: facetValueOf(name).slug,
  name,
}));
const words: CatalogWords = {
  brand: (id) => brands[id - 1] as (typeof brands)[0],
  categories: (id) => (id > 2 ? [roots[id - 3], below[id - 3]] : [roots[id - 1]]) as (typeof roots)[0][],
  categoriesTo: (slug) => {
    const at = below.findIndex((one) => one.slug === slug);
    return [roots[at] ?? roots.find((one) => one.slug === slug), below[at]].filter(
      (one) => one !== undefined,
    );
  },
  facets: () => [
    { code: 'material', name: 'Material' },
    { code: 'volume', name: 'Volume', unit: 'L' },
    { code: 'waterproof', name: 'Waterproof' },
  ],
  attribute: () => undefined,
  translate: (term) => term,
  translations: () => [],
  synonyms: createSynonyms([]),
  prints: { brands: new Map(), categories: new Map(), attributes: new Map(), terms: new Map() },
};
const noTexts = { names: [], kinds: [], marks: [], descriptions: [], codes: [] };

const anyProduct = fc.record({
  id: fc.integer({ min: 1, max: 80 }),
  name: fc.constantFrom('Anchor', 'Boot', 'anorak', 'Coat', 'Zip'),
  brand: fc.integer({ min: 1, max: 3 }),
  category: fc.integer({ min: 1, max: 4 }),
  amounts: fc.array(fc.integer({ min: 100, max: 60_000 }), { minLength: 1, maxLength: 3 }),
  stock: fc.integer({ min: 0, max: 2 }),
  material: fc.option(fc.constantFrom('Wool', 'Stretch woven'), { nil: undefined }),
  volume: fc.option(fc.constantFrom(10, 20, 1.5), { nil: undefined }),
  waterproof: fc.option(fc.boolean(), { nil: undefined }),
  isListed: fc.boolean(),
  stars: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 8 }),
});
type AnyProduct = typeof anyProduct extends fc.Arbitrary<infer T> ? T : never;

/** The version of its stock says which of several states of a product is the newest. */
const indexed = (given: AnyProduct, version: number): IndexedProduct => {
  const amounts = given.amounts.toSorted((a, b) => a - b);
  const { material, volume, waterproof } = given;
  return {
    id: given.id,
    slug: `product-${given.id}`,
    name: given.name,
    brand: words.brand(given.brand),
    categories: words.categories(given.category),
    pictureUrl: '',
    from: { amount: amounts[0] ?? 0, currency: 'USD' },
    to: { amount: amounts.at(-1) ?? 0, currency: 'USD' },
    variants: [{ itemId: given.id * 10, active: true, available: given.stock, version }],
    attributes: {
      ...(material !== undefined && { material }),
      ...(volume !== undefined && { volume }),
      ...(waterproof !== undefined && { waterproof }),
    },
    isListed: given.isListed,
    ratingSum: given.stars.reduce((sum, one) => sum + one, 0),
    ratingCount: given.stars.length,
  };
};

const some = <T>(...values: T[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
const anyQuery = fc.record({
  page: fc.integer({ min: 1, max: 3 }),
  pageSize: fc.integer({ min: 1, max: 20 }),
  brand: some('hallvik', 'brisund', 'nobody'),
  category: some('bags', 'duffels', 'sea-boots'),
  material: some('wool', 'stretch-woven', 'silk'),
  volume: some('10', '1-5'),
  minPrice: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
  maxPrice: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
  inStock: fc.option(fc.boolean(), { nil: undefined }),
  minRating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  sort: fc.constantFrom('relevance', 'name', '-name', 'price', '-price', 'newest', 'rating'),
});

/** What a list is, said plainly. */
const plainly = (all: readonly IndexedProduct[], query: ProductQuery) => {
  const stockOf = (one: IndexedProduct) => one.variants[0]?.available ?? 0;
  /** None is less than any. */
  const shownRating = ({ ratingSum, ratingCount }: IndexedProduct) =>
    ratingCount === 0 ? 0 : Math.round((ratingSum / ratingCount) * 10) / 10;
  const filters: Record<string, (one: IndexedProduct) => boolean> = {
    brand: ({ brand }) => query.brand?.includes(brand.slug) ?? true,
    category: ({ categories }) => categories.some(({ slug }) => query.category?.includes(slug) ?? true),
    price: ({ from, to }) =>
      (query.minPrice ?? 0) <= (query.maxPrice ?? Infinity) &&
      from.amount <= (query.maxPrice ?? Infinity) &&
      to.amount >= (query.minPrice ?? 0),
    rating: (one) => query.minRating === undefined || shownRating(one) >= query.minRating,
    stock: (one) => query.inStock === undefined || stockOf(one) > 0 === query.inStock,
  };
  for (const [code, slugs] of Object.entries(query.attributes ?? {})) {
    filters[code] = ({ attributes }) =>
      code in attributes && slugs.includes(facetValueOf(attributes[code] as string).slug);
  }
  const matching = (except?: string) =>
    all.filter(
      (one) => one.isListed && Object.entries(filters).every(([name, is]) => name === except || is(one)),
    );
  const counts = (values: string[]) =>
    Object.fromEntries(values.map((value) => [value, values.filter((other) => other === value).length]));
  const id = (a: IndexedProduct, b: IndexedProduct) => a.id - b.id;
  const name = (a: IndexedProduct, b: IndexedProduct) =>
    a.name.toLowerCase() < b.name.toLowerCase()
      ? -1
      : a.name.toLowerCase() > b.name.toLowerCase()
        ? 1
        : id(a, b);
  const price = (a: IndexedProduct, b: IndexedProduct) => a.from.amount - b.from.amount || id(a, b);
  /** As if five more had given three stars and a half. */
  const weighed = ({ ratingSum, ratingCount }: IndexedProduct) => (ratingSum + 17.5) / (ratingCount + 5);
  const rating = (a: IndexedProduct, b: IndexedProduct) =>
    weighed(a) - weighed(b) || a.ratingCount - b.ratingCount || id(b, a);
  const by = { relevance: id, newest: id, name, '-name': name, price, '-price': price, rating }[
    query.sort ?? 'relevance'
  ];
  const sorted = matching().sort(by);
  if (query.sort?.startsWith('-') || query.sort === 'newest' || query.sort === 'rating') sorted.reverse();
  return {
    ids: sorted.slice((query.page - 1) * query.pageSize, query.page * query.pageSize).map((one) => one.id),
    totalItems: sorted.length,
    brands: counts(matching('brand').map(({ brand }) => brand.slug)),
    categories: counts(matching('category').flatMap(({ categories }) => categories.map(({ slug }) => slug))),
    prices: counts(matching('price').map(({ from }) => priceBandOf(from.amount).slug)),
    inStock: matching('stock').filter((one) => stockOf(one) > 0).length,
    ratings: [4, 3]
      .map((from) => ({ from, count: matching('rating').filter((one) => shownRating(one) >= from).length }))
      .filter(({ count }) => count > 0),
    material: counts(
      matching('material').flatMap(({ attributes }) =>
        attributes['material'] === undefined ? [] : [facetValueOf(attributes['material']).slug],
      ),
    ),
  };
};

const shown = (list: ReturnType<typeof listProducts>) => {
  const counts = (values: readonly { slug: string; count: number }[]) =>
    Object.fromEntries(values.map(({ slug, count }) => [slug, count]));
  return {
    ids: list.items.map(({ id }) => id),
    totalItems: list.totalItems,
    brands: counts(list.facets.brands),
    categories: counts(list.facets.categories),
    prices: Object.fromEntries(
      list.facets.prices.map(({ from, to, count }) => [`${from}-${to ?? ''}`, count]),
    ),
    inStock: list.facets.inStock,
    ratings: list.facets.ratings,
    material: counts(list.facets.attributes.find(({ code }) => code === 'material')?.values ?? []),
  };
};

describe('a list out of the index', () => {
  test('is what it plainly is, whatever products came and changed, and whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(anyProduct, { maxLength: 200 }), anyQuery, (steps, asked) => {
        const index = createProductIndex();
        const now = new Map<number, IndexedProduct>();
        for (const [version, step] of steps.entries()) {
          const product = indexed(step, version);
          index.put(product, noTexts);
          now.set(product.id, product);
          // Sorted in between, so that changes have a place to be taken from.
          if (version % 50 === 0) index.orders.name.places();
        }
        const { material, volume, ...query } = asked;
        const attributes = { ...(material && { material }), ...(volume && { volume }) };
        expect(shown(listProducts(index, words, { ...query, attributes }, undefined))).toEqual(
          plainly([...now.values()], { ...query, attributes }),
        );
      }),
      { numRuns: 300 },
    );
  });

  const plain = (id: number): IndexedProduct =>
    indexed(
      {
        id,
        name: 'Boot',
        brand: 1,
        category: 1,
        amounts: [100],
        stock: 1,
        material: undefined,
        volume: undefined,
        waterproof: undefined,
        isListed: true,
        stars: [],
      },
      1,
    );

  test('of what a search found has its order, unless another is asked for', () => {
    const index = createProductIndex();
    for (const id of [1, 2, 3, 4]) index.put(plain(id), noTexts);
    const found = { places: Int32Array.of(2, 0), isPartial: false };
    const ids = (query: Partial<ProductQuery>) =>
      listProducts(index, words, { page: 1, pageSize: 10, ...query }, found).items.map(({ id }) => id);
    expect(ids({})).toEqual([3, 1]);
    expect(ids({ sort: 'newest' })).toEqual([3, 1]);
    expect(ids({ sort: 'name' })).toEqual([1, 3]);
  });

  test('takes the newer of two figures of a stock, whichever comes first', () => {
    const index = createProductIndex();
    index.putStock(10, { available: 0, version: 5 });
    index.put(plain(1), noTexts);
    const available = () =>
      listProducts(index, words, { page: 1, pageSize: 1 }, undefined).items[0]?.availableStock;
    expect(available()).toBe(0);
    index.putStock(10, { available: 4, version: 4 });
    expect(available()).toBe(0);
    index.putStock(10, { available: 7, version: 6 });
    expect(available()).toBe(7);
  });
});
