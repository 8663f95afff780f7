import { expect, test } from '@jest/globals';
import { wordsIn } from '../../i18n/words-in.ts';
import { canonicalListing, listingTitle } from './listing-title.ts';
import { listingHref, parseListing } from './listing-query.ts';

const facets = {
  brands: [{ slug: 'harbour-co', name: 'Harbour & Co', count: 3 }],
  categories: [
    { slug: 'outerwear', name: 'Outerwear', count: 9 },
    { slug: 'jackets', name: 'Jackets', count: 4, parent: 'outerwear' },
    { slug: 'tents', name: 'Tents', count: 2 },
  ],
  prices: [],
  inStock: 0,
  attributes: [
    { code: 'material', name: 'Material', values: [{ slug: 'wool', name: 'Wool', count: 1 }] },
    { code: 'waterproof', name: 'Waterproof', values: [{ slug: 'yes', name: 'Yes', count: 1 }] },
  ],
};
const asked = (search: string) => parseListing(Object.fromEntries(new URLSearchParams(search)));

test.each([
  ['', 'Catalog'],
  ['type=outerwear', 'Outerwear'],
  ['type=outerwear&kind=outerwear:jackets&page=2', 'Jackets, page 2'],
  ['brand=harbour-co&type=outerwear', 'Harbour & Co, Outerwear'],
  ['type=outerwear,tents&is=material:wool,waterproof:yes', 'Outerwear, Tents, Wool and more'],
  ['type=tents&is=waterproof:yes', 'Tents, Waterproof'],
  ['q=storm%20jaket', 'Search for “storm jaket”'],
  ['type=no-such-type', 'Catalog'],
])('?%s is titled %s', (search, title) => {
  expect(listingTitle(asked(search), { facets }, wordsIn('en', 'catalog'))).toBe(title);
});

test.each([
  ['', '/catalog'],
  ['page=3', '/catalog?page=3'],
  ['type=outerwear&sort=price&page=2', '/catalog?type=outerwear&page=2'],
  ['type=outerwear&kind=outerwear:jackets', '/catalog?type=outerwear&kind=outerwear:jackets'],
  ['type=outerwear&brand=harbour-co&page=2', '/catalog?type=outerwear'],
  ['type=outerwear,tents', '/catalog'],
  ['q=jacket&page=2', '/catalog'],
])('?%s is known to search engines as %s', (search, canonical) => {
  expect(canonicalListing(asked(search))).toBe(canonical);
  expect(listingHref(asked(canonical.split('?')[1] ?? ''))).toBe(canonical);
});
