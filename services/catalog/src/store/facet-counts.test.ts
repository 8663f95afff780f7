import { expect, test } from '@jest/globals';
import { countFacets, type CountRow } from './facet-counts.ts';

const row = (brand: string, type: string, count: number, chosen: [boolean, boolean]): CountRow => ({
  brand_slug: brand,
  brand_name: brand.toUpperCase(),
  brand_chosen: chosen[0],
  type_slug: type,
  type_name: type.toUpperCase(),
  type_chosen: chosen[1],
  count,
});

test('the total counts under all filters, a facet under all but its own', () => {
  const counted = countFacets([
    row('b', 'bags', 2, [false, true]),
    row('a', 'bags', 3, [true, true]),
    row('a', 'tents', 4, [true, false]),
    row('b', 'tents', 5, [false, false]),
  ]);
  expect(counted).toEqual({
    totalItems: 3,
    facets: {
      brands: [
        { slug: 'a', name: 'A', count: 3 },
        { slug: 'b', name: 'B', count: 2 },
      ],
      types: [
        { slug: 'bags', name: 'BAGS', count: 3 },
        { slug: 'tents', name: 'TENTS', count: 4 },
      ],
    },
  });
});
