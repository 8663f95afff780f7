import type { NamedCategory } from '../../domain/item.ts';
import type {
  FacetValue,
  ProductCard,
  ProductList,
  ProductQuery,
  ShownIn,
} from '../../usecases/catalog-reads.ts';
import { ratingOf } from '../reviews/rating-of.ts';
import { anyOf, baseOf, bothOf, countIn, hasBit, setBit, type Base, type Bits } from './bits.ts';
import type { CatalogWords } from './catalog-words.ts';
import { namesOf } from './facet-names.ts';
import type { FacetValues } from './facet-values.ts';
import type { IndexedProduct } from './indexed-product.ts';
import type { OrderName, ProductIndex } from './product-index.ts';
import type { PricesIn } from './prices-in.ts';
import type { SortedOrder } from './sorted-order.ts';
import type { Found } from './words/find-by-words.ts';

/** What of each filter is chosen, as the set of products that satisfy it; a filter not used is absent. */
type Chosen = ReadonlyMap<string, Bits>;

const anyChosen = (values: FacetValues | undefined, slugs: readonly string[], words: number): Bits =>
  anyOf(
    slugs.flatMap((slug) => values?.bitsOf(slug) ?? []),
    words,
  );

const pricedBetween = ({ from, to }: PricesIn, words: number, min: number, max: number): Bits => {
  const bits = new Int32Array(words);
  if (min > max) return bits;
  for (let word = 0; word < words; word += 1) {
    let within = 0;
    const end = Math.min(from.length, (word + 1) << 5);
    for (let at = word << 5; at < end; at += 1)
      if ((from[at] as number) <= max && (to[at] as number) >= min) within |= 1 << (at & 31);
    bits[word] = within;
  }
  return bits;
};

const inverse = (bits: Bits): Bits => bits.map((word) => ~word);

const choose = (index: ProductIndex, query: ProductQuery, words: number): Chosen => {
  const chosen = new Map<string, Bits>();
  if (query.brand) chosen.set('brand', anyChosen(index.brands, query.brand, words));
  if (query.category) chosen.set('category', anyChosen(index.categories, query.category, words));
  for (const [code, slugs] of Object.entries(query.attributes ?? {})) {
    chosen.set(`attribute ${code}`, anyChosen(index.attributes.get(code), slugs, words));
  }
  if (query.minPrice !== undefined || query.maxPrice !== undefined) {
    const { minPrice = 0, maxPrice = Number.POSITIVE_INFINITY } = query;
    chosen.set('price', pricedBetween(index.pricesIn(query.currency), words, minPrice, maxPrice));
  }
  if (query.inStock !== undefined) {
    chosen.set('stock', query.inStock ? index.inStock() : inverse(index.inStock()));
  }
  if (query.minRating !== undefined) {
    chosen.set('rating', anyChosen(index.ratings, [String(query.minRating)], words));
  }
  return chosen;
};

const allOf = (start: Bits, chosen: Chosen, except?: string): Bits => {
  let all = start;
  for (const [filter, bits] of chosen) if (filter !== except) all = bothOf(all, bits);
  return all;
};

/** Values that some of the base have, with how many, in the order of their names. */
const counted = (
  values: FacetValues | undefined,
  base: Base,
  names: (values: FacetValues) => ReturnType<typeof namesOf>,
): FacetValue[] => {
  if (!values) return [];
  const counts = values.countIn(base);
  return names(values).flatMap(({ slug, name, number }) => {
    const count = counts[number] as number;
    return count > 0 ? [{ slug, name, count }] : [];
  });
};

const slugsOf = ({ slug, slugs }: NamedCategory) => ({ slug, ...(slugs && { slugs }) });

/** Those that are there, each by the slug that it was asked for by. */
const askedCategories = ({ category }: ProductQuery, words: CatalogWords): ProductList['askedCategories'] =>
  category?.flatMap((asked) => {
    const path = words.categoriesTo(asked);
    return path.length > 0 ? [{ asked, path: path.map(slugsOf) }] : [];
  });

const inTree = (value: FacetValue, words: CatalogWords): ProductList['facets']['categories'][number] => {
  const [own, above] = words.categoriesTo(value.slug).toReversed();
  return {
    ...value,
    ...(own?.slugs && { slugs: own.slugs }),
    ...(above && { parent: above.slug, ...(above.slugs && { parentSlugs: above.slugs }) }),
  };
};

/** A list of what is rated lower is of use to nobody. */
const offeredRatings = [4, 3];

/** The first that is sold; of a product that is not, its first. */
const shownVariantOf = ({ variants }: IndexedProduct): { itemId?: number } => {
  const { itemId } = variants.find(({ active }) => active) ?? variants[0] ?? {};
  return itemId === undefined ? {} : { itemId };
};

const cardOf = (
  product: IndexedProduct,
  availableStock: number,
  { translate }: CatalogWords,
  { language, currency = '' }: ShownIn,
): ProductCard => {
  const [type] = product.categories as [NamedCategory];
  const { from, to } = product.inOther?.[currency] ?? product;
  return {
    id: product.id,
    slug: product.slug,
    ...(product.slugs && { slugs: product.slugs }),
    name: (language !== undefined && product.names?.[language]) || product.name,
    brand: product.brand,
    type: { ...type, name: translate(type.name, language) },
    pictureUrl: product.pictureUrl,
    ...shownVariantOf(product),
    price: from,
    priceTo: to,
    availableStock,
    ...(product.ratingCount > 0 && { rating: ratingOf(product.ratingSum, product.ratingCount) }),
  };
};

/** Of these products those that lists show, in the same order. */
export const cardsOf = (
  index: ProductIndex,
  words: CatalogWords,
  productIds: readonly number[],
  shown: ShownIn,
): ProductCard[] => {
  const listed = index.listed();
  return productIds.flatMap((id) => {
    const at = index.placeOf(id);
    if (at === undefined || !hasBit(listed, at)) return [];
    return [cardOf(index.products[at] as IndexedProduct, index.availableOf(at), words, shown)];
  });
};

interface Order {
  readonly places: ArrayLike<number>;
  readonly isBackwards: boolean;
}

/** The places of one page, and no more of them than have to be looked at. */
const placesOf = ({ places, isBackwards }: Order, all: Bits, skip: number, take: number): number[] => {
  const page: number[] = [];
  let seen = 0;
  for (let step = 0; step < places.length && page.length < take; step += 1) {
    const at = places[isBackwards ? places.length - 1 - step : step] as number;
    if (!hasBit(all, at)) continue;
    seen += 1;
    if (seen > skip) page.push(at);
  }
  return page;
};

const sorts: Readonly<Record<string, readonly [order: OrderName | 'price', isBackwards: boolean]>> = {
  relevance: ['id', false],
  name: ['name', false],
  '-name': ['name', true],
  price: ['price', false],
  '-price': ['price', true],
  newest: ['id', true],
  rating: ['rating', true],
};

const sortedBy = (
  index: ProductIndex,
  order: OrderName | 'price',
  { language, currency }: Pick<ProductQuery, 'language' | 'currency'>,
): SortedOrder => {
  if (order === 'price') return index.pricesIn(currency).order;
  return order === 'name' ? index.byName(language) : index.orders[order];
};

/** Relevance is the order in which a search found them; without one, the shop's own. */
const orderOf = (
  index: ProductIndex,
  { sort = 'relevance', language, currency }: ProductQuery,
  found: Int32Array | undefined,
): Order => {
  if (found && sort === 'relevance') return { places: found, isBackwards: false };
  const [order, isBackwards] = sorts[sort] ?? ['id', false];
  return { places: sortedBy(index, order, { language, currency }).places(), isBackwards };
};

/**
 * One page of products with all facets, out of memory. A facet counts under every filter but its own.
 *
 * @param search what the words asked for find; undefined where there are none
 */
export const listProducts = (
  index: ProductIndex,
  words: CatalogWords,
  query: ProductQuery,
  search: Found | undefined,
): ProductList => {
  const listed = index.listed();
  const found = search?.places;
  let start = listed;
  if (found) {
    start = new Int32Array(listed.length);
    for (const at of found) if (hasBit(listed, at)) setBit(start, at, true);
  }
  const asked = askedCategories(query, words);
  const chosen = choose(
    index,
    { ...query, ...(asked && { category: asked.map(({ path }) => path.at(-1)?.slug ?? '') }) },
    listed.length,
  );
  const all = allOf(start, chosen);
  const wholeBase = baseOf(all);
  /** What a facet is counted in: all filters but its own. */
  const without = (filter: string): Base =>
    chosen.has(filter) ? baseOf(allOf(start, chosen, filter)) : wholeBase;

  const { page, pageSize, language } = query;
  const names = (way: Parameters<typeof namesOf>[3]) => (values: FacetValues) =>
    namesOf(values, words, language, way);
  const places = placesOf(orderOf(index, query, found), all, (page - 1) * pageSize, pageSize);
  return {
    items: places.map((at) =>
      cardOf(index.products[at] as IndexedProduct, index.availableOf(at), words, query),
    ),
    page,
    pageSize,
    totalItems: wholeBase.size,
    ...(search?.takenFor !== undefined && { searchedFor: search.takenFor }),
    ...(search?.isPartial && { matches: 'some' }),
    ...(asked && { askedCategories: asked }),
    facets: {
      brands: counted(index.brands, without('brand'), names('as it is called')),
      categories: counted(index.categories, without('category'), names('translated')).map((value) =>
        inTree(value, words),
      ),
      prices: counted(index.pricesIn(query.currency).bands, without('price'), names('as it is called'))
        .map(({ slug, count }) => {
          const [from, to] = slug.split('-');
          return { from: Number(from), ...(to && { to: Number(to) }), count };
        })
        .sort((a, b) => a.from - b.from),
      inStock: countIn(without('stock'), index.inStock()),
      ratings: offeredRatings.flatMap((from) => {
        const bits = index.ratings.bitsOf(String(from));
        const count = bits ? countIn(without('rating'), bits) : 0;
        return count > 0 ? [{ from, count }] : [];
      }),
      attributes: words.facets().flatMap(({ code, name, unit }) => {
        const values = counted(
          index.attributes.get(code),
          without(`attribute ${code}`),
          names('translated, by number'),
        );
        return values.length > 0
          ? [{ code, name: words.translate(name, language), ...(unit !== undefined && { unit }), values }]
          : [];
      }),
    },
  };
};
