import type { ProductListInput, ProductSort } from '@quayside/contracts';
import { ofWholeUnits } from '@quayside/contracts/money';

/** What the listing shows, as it stands in the page's own URL. Prices are in whole currency units there. */
export interface ListingQuery {
  q?: string;
  types: string[];
  /** Categories below a type, each as `type:category`; of a type with any only these are shown. */
  kinds: string[];
  /** Values of attributes, each as `material:wool`. */
  is: string[];
  brands: string[];
  min?: number;
  max?: number;
  inStock: boolean;
  /** So many stars at least. */
  rating?: number;
  sort?: ProductSort;
  page: number;
}

export type SearchParams = Record<string, string | string[] | undefined>;

/** In the order in which they are offered. */
export const sorts: readonly ProductSort[] = [
  'relevance',
  'newest',
  'price',
  '-price',
  'rating',
  'name',
  '-name',
];

const pageSize = 24;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a URL anybody may have typed: what makes no sense is left out rather than refused. */
export const parseListing = (params: SearchParams): ListingQuery => {
  const q = first(params['q'])?.trim().slice(0, 100);
  const min = wholeNumber(first(params['min']), 0, 1_000_000);
  const max = wholeNumber(first(params['max']), 0, 1_000_000);
  const rating = wholeNumber(first(params['rating']), 1, 5);
  const sort = first(params['sort']);
  const types = slugs(params['type']);
  return {
    ...(q && { q }),
    types,
    kinds: pairs(params['kind']).filter((kind) => types.includes(kind.slice(0, kind.indexOf(':')))),
    is: pairs(params['is']),
    brands: slugs(params['brand']),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    inStock: first(params['inStock']) === 'true',
    ...(rating !== undefined && { rating }),
    ...(isSort(sort) && { sort }),
    page: wholeNumber(first(params['page']), 1, 10_000) ?? 1,
  };
};

export const listingHref = (query: ListingQuery): string => {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  if (query.types.length > 0) params.set('type', query.types.join(','));
  if (query.kinds.length > 0) params.set('kind', query.kinds.join(','));
  if (query.is.length > 0) params.set('is', query.is.join(','));
  if (query.brands.length > 0) params.set('brand', query.brands.join(','));
  if (query.min !== undefined) params.set('min', String(query.min));
  if (query.max !== undefined) params.set('max', String(query.max));
  if (query.inStock) params.set('inStock', 'true');
  if (query.rating !== undefined) params.set('rating', String(query.rating));
  if (query.sort) params.set('sort', query.sort);
  if (query.page > 1) params.set('page', String(query.page));
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '/catalog' : `/catalog?${text}`;
};

/** The same question in the API's words: prices in minor units, and a page size. */
export const listingApiQuery = (query: ListingQuery, currency: string): ProductListInput => ({
  page: query.page,
  pageSize,
  sort: query.sort ?? (query.q ? 'relevance' : 'name'),
  ...(query.q && { q: query.q }),
  ...(query.types.length > 0 && { category: categoriesOf(query).join(',') }),
  ...(query.is.length > 0 && { attributes: query.is.join(',') }),
  ...(query.brands.length > 0 && { brand: query.brands.join(',') }),
  ...(query.min !== undefined && { minPrice: ofWholeUnits(query.min, currency).amount }),
  ...(query.max !== undefined && { maxPrice: ofWholeUnits(query.max, currency).amount }),
  ...(query.inStock && { inStock: 'true' }),
  ...(query.rating !== undefined && { minRating: String(query.rating) }),
});

/** A type, or what was chosen below it. */
const categoriesOf = ({ types, kinds }: ListingQuery): string[] =>
  types.flatMap((type) => {
    const below = kinds.filter((kind) => kind.startsWith(`${type}:`));
    return below.length > 0 ? below.map((kind) => kind.slice(type.length + 1)) : [type];
  });

export const nothingChosen: ListingQuery = {
  types: [],
  kinds: [],
  is: [],
  brands: [],
  inStock: false,
  page: 1,
};

export const withoutFilters = ({ q, sort }: ListingQuery): ListingQuery => ({
  ...nothingChosen,
  ...(q && { q }),
  ...(sort && { sort }),
});

export const hasFilters = (query: ListingQuery): boolean =>
  query.types.length + query.brands.length + query.is.length > 0 ||
  query.min !== undefined ||
  query.max !== undefined ||
  query.rating !== undefined ||
  query.inStock;

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Checkboxes of a plain form repeat the name; our links join the values by commas. */
const slugs = (value: string | string[] | undefined): string[] => {
  const all = [value ?? []].flat().flatMap((part) => part.split(','));
  return [...new Set(all.filter((slug) => slugPattern.test(slug) && slug.length <= 120))].slice(0, 20);
};

const pairPattern = /^[a-z][a-z0-9-]*:[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u;

const pairs = (value: string | string[] | undefined): string[] => {
  const all = [value ?? []].flat().flatMap((part) => part.split(','));
  return [...new Set(all.filter((pair) => pairPattern.test(pair) && pair.length <= 120))].slice(0, 40);
};

const wholeNumber = (text: string | undefined, least: number, most: number): number | undefined => {
  if (!text || !/^\d{1,9}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
};

const isSort = (value: string | undefined): value is ProductSort => sorts.some((sort) => sort === value);
