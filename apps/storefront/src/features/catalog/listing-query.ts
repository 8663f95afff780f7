import type { ItemListInput, ItemSort } from '@quayside/contracts';
import { ofWholeUnits } from '@quayside/contracts/money';

/** What the listing shows, as it stands in the page's own URL. Prices are in whole currency units there. */
export interface ListingQuery {
  q?: string;
  types: string[];
  brands: string[];
  min?: number;
  max?: number;
  inStock: boolean;
  sort?: ItemSort;
  page: number;
}

export type SearchParams = Record<string, string | string[] | undefined>;

export const sortLabels: Record<ItemSort, string> = {
  relevance: 'Best match',
  newest: 'Newest first',
  price: 'Price, low to high',
  '-price': 'Price, high to low',
  name: 'Name, A to Z',
  '-name': 'Name, Z to A',
};

/** The listing shows prices in the shop's own currency. */
const inMinorUnits = (units: number): number => ofWholeUnits(units, 'USD').amount;

const pageSize = 24;
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads a URL anybody may have typed: what makes no sense is left out rather than refused. */
export const parseListing = (params: SearchParams): ListingQuery => {
  const q = first(params['q'])?.trim().slice(0, 100);
  const min = wholeNumber(first(params['min']), 0, 1_000_000);
  const max = wholeNumber(first(params['max']), 0, 1_000_000);
  const sort = first(params['sort']);
  return {
    ...(q && { q }),
    types: slugs(params['type']),
    brands: slugs(params['brand']),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    inStock: first(params['inStock']) === 'true',
    ...(isSort(sort) && { sort }),
    page: wholeNumber(first(params['page']), 1, 10_000) ?? 1,
  };
};

export const listingHref = (query: ListingQuery): string => {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  if (query.types.length > 0) params.set('type', query.types.join(','));
  if (query.brands.length > 0) params.set('brand', query.brands.join(','));
  if (query.min !== undefined) params.set('min', String(query.min));
  if (query.max !== undefined) params.set('max', String(query.max));
  if (query.inStock) params.set('inStock', 'true');
  if (query.sort) params.set('sort', query.sort);
  if (query.page > 1) params.set('page', String(query.page));
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '/catalog' : `/catalog?${text}`;
};

/** The same question in the API's words: prices in minor units, and a page size. */
export const listingApiQuery = (query: ListingQuery): ItemListInput => ({
  page: query.page,
  pageSize,
  sort: query.sort ?? (query.q ? 'relevance' : 'name'),
  ...(query.q && { q: query.q }),
  ...(query.types.length > 0 && { type: query.types.join(',') }),
  ...(query.brands.length > 0 && { brand: query.brands.join(',') }),
  ...(query.min !== undefined && { minPrice: inMinorUnits(query.min) }),
  ...(query.max !== undefined && { maxPrice: inMinorUnits(query.max) }),
  ...(query.inStock && { inStock: 'true' }),
});

export const withoutFilters = ({ q, sort }: ListingQuery): ListingQuery => ({
  ...(q && { q }),
  ...(sort && { sort }),
  types: [],
  brands: [],
  inStock: false,
  page: 1,
});

export const hasFilters = (query: ListingQuery): boolean =>
  query.types.length + query.brands.length > 0 ||
  query.min !== undefined ||
  query.max !== undefined ||
  query.inStock;

const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** Checkboxes of a plain form repeat the name; our links join the values by commas. */
const slugs = (value: string | string[] | undefined): string[] => {
  const all = [value ?? []].flat().flatMap((part) => part.split(','));
  return [...new Set(all.filter((slug) => slugPattern.test(slug) && slug.length <= 120))].slice(0, 20);
};

const wholeNumber = (text: string | undefined, least: number, most: number): number | undefined => {
  if (!text || !/^\d{1,9}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
};

const isSort = (value: string | undefined): value is ItemSort => value !== undefined && value in sortLabels;
