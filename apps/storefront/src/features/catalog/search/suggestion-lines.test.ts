import { expect, test } from '@jest/globals';
import type { Suggestions } from '@quayside/contracts';
import { suggestionLines } from './suggestion-lines.ts';

const found: Suggestions = {
  products: [{ slug: 'pack-28', slugs: { de: 'rucksack-28' } } as unknown as Suggestions['products'][number]],
  categories: [
    { slug: 'bags', slugs: { de: 'taschen' }, name: 'Bags', count: 3 },
    {
      ...{ slug: 'packs', slugs: { de: 'rucksaecke' }, name: 'Packs', count: 2 },
      ...{ parent: 'bags', parentSlugs: { de: 'taschen' } },
    },
  ],
  brands: [{ slug: 'hallvik', name: 'Hallvik', count: 1 }],
  totalItems: 4,
};

test.each([
  ['en', 'type=bags', 'type=bags&kind=bags:packs', '/products/pack-28'],
  ['de', 'type=taschen', 'type=taschen&kind=taschen:rucksaecke', '/products/rucksack-28'],
])('in %s what is suggested has the slugs of the language', (locale, bags, packs, product) => {
  expect(suggestionLines(' pack ', found, locale).map(({ href }) => href)).toEqual([
    `/catalog?q=pack&${bags}`,
    `/catalog?q=pack&${packs}`,
    '/catalog?q=pack&brand=hallvik',
    product,
    '/catalog?q=pack',
  ]);
});
