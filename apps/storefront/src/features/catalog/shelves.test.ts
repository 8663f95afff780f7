import { describe, expect, test } from '@jest/globals';
import { listingHref, nothingChosen, parseListing } from './listing-query.ts';
import { facetsIn, listingIn, shelfOf } from './shelves.ts';

const bags = { slug: 'bags', slugs: { de: 'taschen' } };
const backpacks = { slug: 'backpacks', slugs: { de: 'rucksaecke' } };
const tents = { slug: 'tents' };
const askedCategories = [
  ...['bags', 'taschen', 'beutel'].map((asked) => ({ asked, path: [bags] })),
  ...['backpacks', 'rucksaecke'].map((asked) => ({ asked, path: [bags, backpacks] })),
  { asked: 'tents', path: [tents] },
];
const asked = (search: string) => parseListing(Object.fromEntries(new URLSearchParams(search)));

test.each([
  ['en', [bags], '/catalog?type=bags'],
  ['de', [bags], '/catalog?type=taschen'],
  ['de', [tents], '/catalog?type=tents'],
  ['de', [bags, backpacks], '/catalog?type=taschen&kind=taschen:rucksaecke'],
  ['de', [], '/catalog'],
])('in %s the shelf of %j is at %s', (locale, path, href) => {
  expect(listingHref({ ...nothingChosen, ...shelfOf(locale, path) })).toBe(href);
});

describe('a listing', () => {
  test.each([
    ['de', 'type=bags&sort=price&page=2', 'type=taschen&sort=price&page=2'],
    ['de', 'type=taschen', 'type=taschen'],
    ['en', 'type=taschen', 'type=bags'],
    // One that it had before.
    ['de', 'type=beutel&brand=hallvik', 'type=taschen&brand=hallvik'],
    ['en', 'type=beutel', 'type=bags'],
    ['de', 'type=bags&kind=bags:backpacks', 'type=taschen&kind=taschen:rucksaecke'],
    ['en', 'type=taschen&kind=taschen:rucksaecke', 'type=bags&kind=bags:backpacks'],
    // Put into another department since, or asked for as one.
    ['en', 'type=tents&kind=tents:backpacks', 'type=bags&kind=bags:backpacks'],
    ['de', 'type=backpacks', 'type=taschen&kind=taschen:rucksaecke'],
    ['de', 'type=bags,tents,taschen', 'type=taschen,tents'],
    ['de', 'type=bags,nowhere', 'type=taschen,nowhere'],
    ['de', 'type=bags&kind=bags:nothing', 'type=bags&kind=bags:nothing'],
  ])('in %s of %s is ?%s, and stays there', (locale, search, there) => {
    const href = listingHref(listingIn(locale, asked(search), { askedCategories }));
    expect(href).toBe(`/catalog?${there}`);
    expect(listingHref(listingIn(locale, asked(there), { askedCategories }))).toBe(href);
  });

  test('stays as it was asked for where the catalog does not say what that names', () => {
    expect(listingIn('de', asked('type=bags'), {})).toEqual(asked('type=bags'));
  });
});

test('facets have the slugs of the language', () => {
  const { categories } = facetsIn('de', {
    ...{ brands: [], prices: [], inStock: 0, attributes: [] },
    categories: [
      { ...bags, name: 'Taschen', count: 3 },
      { ...backpacks, name: 'Rucksäcke', count: 2, parent: 'bags', parentSlugs: bags.slugs },
      { ...tents, name: 'Zelte', count: 1 },
    ],
  });
  expect(categories.map(({ slug, parent }) => [slug, parent])).toEqual([
    ['taschen', undefined],
    ['rucksaecke', 'taschen'],
    ['tents', undefined],
  ]);
});
