import type { Script } from './load.ts';
import type { Scenario } from './scenarios.ts';

const sorts = ['relevance', 'name', '-name', 'price', '-price', 'newest'];
const categories = [
  'jackets',
  'boots',
  'duffels',
  'tents',
  'lamps',
  'ropes',
  'cookware',
  'knitwear',
  'bags',
  'shelter',
];
const materials = ['wool', 'nylon', 'steel', 'tarpaulin', 'leather'];
const brands = ['hallvik', 'brisund', 'alpenhart', 'grauhorn', 'tindborg'];
const words = [
  'rope',
  'jacket',
  'lamp',
  'wool',
  'anchor',
  'tent',
  'kettle',
  'deck',
  'knife',
  'dry bag',
  'boots',
];

const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

/** Filters in any combination, so that hardly an answer is asked for twice. */
const anyList = (): URLSearchParams => {
  const query = new URLSearchParams({ pageSize: '24', sort: pick(sorts) });
  query.set('page', String(1 + Math.floor(Math.random() * 5)));
  if (Math.random() < 0.5) query.set('category', pick(categories));
  if (Math.random() < 0.3) query.set('brand', pick(brands));
  if (Math.random() < 0.3) query.set('attributes', `material:${pick(materials)}`);
  if (Math.random() < 0.4) query.set('minPrice', String(Math.floor(Math.random() * 20_000)));
  if (Math.random() < 0.3) query.set('inStock', 'true');
  return query;
};

const products = (query: URLSearchParams): ReturnType<Script> => ({
  method: 'GET',
  path: `/api/v1/catalog/products?${query}`,
  expect: 200,
});

/** What people do in a listing, each in a way of their own. */
export const browsing: readonly Scenario[] = [
  { name: 'list of 24 products, any filters', script: () => products(anyList()) },
  {
    name: 'search for one or two words, any filters',
    script: () => {
      const query = anyList();
      query.set('q', Math.random() < 0.5 ? pick(words) : `${pick(words)} ${pick(words)}`);
      return products(query);
    },
  },
];
