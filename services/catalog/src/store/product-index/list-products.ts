import type { FacetValue, ProductCard, ProductList, ProductQuery } from '../../usecases/catalog-reads.ts';
import { anyOf, bothOf, countBits, countBoth, hasBit, setBit, type Bits } from './bits.ts';
import type { CatalogWords } from './catalog-words.ts';
import type { FacetValues } from './facet-values.ts';
import type { IndexedProduct } from './indexed-product.ts';
import type { OrderName, ProductIndex } from './product-index.ts';

/** What of each filter is chosen, as the set of products that satisfy it; a filter not used is absent. */
type Chosen = ReadonlyMap<string, Bits>;

const anyChosen = (values: FacetValues | undefined, slugs: readonly string[], words: number): Bits =>
  anyOf(
    slugs.flatMap((slug) => values?.entries.get(slug)?.bits ?? []),
    words,
  );

const pricedBetween = ({ products }: ProductIndex, words: number, min: number, max: number): Bits => {
  const bits = new Uint32Array(words);
  if (min > max) return bits;
  for (const [at, { from, to }] of products.entries()) {
    if (from.amount <= max && to.amount >= min) setBit(bits, at, true);
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
    chosen.set('price', pricedBetween(index, words, minPrice, maxPrice));
  }
  if (query.inStock !== undefined) {
    chosen.set('stock', query.inStock ? index.inStock() : inverse(index.inStock()));
  }
  return chosen;
};

const allOf = (start: Bits, chosen: Chosen, except?: string): Bits => {
  let all = start;
  for (const [filter, bits] of chosen) if (filter !== except) all = bothOf(all, bits);
  return all;
};

const counted = (values: FacetValues | undefined, base: Bits): FacetValue[] =>
  [...(values?.entries.values() ?? [])].flatMap(({ slug, name, bits }) => {
    const count = countBoth(bits, base);
    return count > 0 ? [{ slug, name, count }] : [];
  });

const byName = (a: FacetValue, b: FacetValue): number => (a.name < b.name ? -1 : 1);
const byNumberOrName = (a: FacetValue, b: FacetValue): number =>
  Number(a.name) - Number(b.name) || byName(a, b);

const cardOf = (product: IndexedProduct, availableStock: number): ProductCard => ({
  id: product.id,
  slug: product.slug,
  name: product.name,
  brand: product.brand,
  type: product.categories[0] as ProductCard['type'],
  pictureUrl: product.pictureUrl,
  price: product.from,
  priceTo: product.to,
  availableStock,
});

/** The places of one page, and no more of them than have to be looked at. */
const placesOf = (order: Iterable<number>, all: Bits, skip: number, take: number): number[] => {
  const places: number[] = [];
  let seen = 0;
  for (const at of order) {
    if (!hasBit(all, at)) continue;
    seen += 1;
    if (seen > skip) places.push(at);
    if (places.length === take) break;
  }
  return places;
};

function* backwards(places: Int32Array): Generator<number> {
  for (let at = places.length - 1; at >= 0; at -= 1) yield places[at] as number;
}

const sorts: Readonly<Record<string, readonly [order: OrderName, isBackwards: boolean]>> = {
  relevance: ['id', false],
  name: ['name', false],
  '-name': ['name', true],
  price: ['price', false],
  '-price': ['price', true],
  newest: ['id', true],
};

/** Relevance is the order in which a search found them; without one, the shop's own. */
const orderOf = (
  index: ProductIndex,
  sort: string,
  found: readonly number[] | undefined,
): Iterable<number> => {
  if (found && sort === 'relevance') return found;
  const [order, isBackwards] = sorts[sort] ?? ['id', false];
  const places = index.orders[order].places();
  return isBackwards ? backwards(places) : places;
};

/**
 * One page of products with all facets, out of memory. A facet counts under every filter but its own.
 *
 * @param foundIds the products that match the words asked for, best first; undefined where there are none
 */
export const listProducts = (
  index: ProductIndex,
  words: CatalogWords,
  query: ProductQuery,
  foundIds: readonly number[] | undefined,
): ProductList => {
  const listed = index.listed();
  const found = foundIds?.flatMap((id) => index.placeOf(id) ?? []);
  let start = listed;
  if (found) {
    start = new Uint32Array(listed.length);
    for (const at of found) if (hasBit(listed, at)) setBit(start, at, true);
  }
  const chosen = choose(index, query, listed.length);
  const all = allOf(start, chosen);
  const baseOf = (filter: string): Bits => (chosen.has(filter) ? allOf(start, chosen, filter) : all);

  const { page, pageSize, sort = 'relevance' } = query;
  const places = placesOf(orderOf(index, sort, found), all, (page - 1) * pageSize, pageSize);
  return {
    items: places.map((at) => cardOf(index.products[at] as IndexedProduct, index.availableOf(at))),
    page,
    pageSize,
    totalItems: countBits(all),
    facets: {
      brands: counted(index.brands, baseOf('brand')).sort(byName),
      categories: counted(index.categories, baseOf('category'))
        .sort(byName)
        .map((value) => {
          const parent = words.parentOf(value.slug);
          return parent === undefined ? value : { ...value, parent };
        }),
      prices: counted(index.priceBands, baseOf('price'))
        .map(({ slug, count }) => {
          const [from, to] = slug.split('-');
          return { from: Number(from), ...(to && { to: Number(to) }), count };
        })
        .sort((a, b) => a.from - b.from),
      inStock: countBoth(index.inStock(), baseOf('stock')),
      attributes: words.facets().flatMap(({ code, name, unit }) => {
        const values = counted(index.attributes.get(code), baseOf(`attribute ${code}`)).sort(byNumberOrName);
        return values.length > 0 ? [{ code, name, ...(unit !== undefined && { unit }), values }] : [];
      }),
    },
  };
};
