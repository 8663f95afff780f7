import { describe, expect, test } from '@jest/globals';
import { hasFilters, listingApiQuery, listingHref, parseListing, withoutFilters } from './listing-query.ts';

const everything =
  'q=rope+ladder&type=deck,footwear&kind=footwear:boots&is=material:wool,waterproof:yes&brand=halyard&min=10&max=250&inStock=true&sort=-price&page=3';
const paramsOf = (search: string) => Object.fromEntries(new URLSearchParams(search));

describe('the listing in the URL', () => {
  test('reads every part', () => {
    expect(parseListing(paramsOf(everything))).toEqual({
      q: 'rope ladder',
      types: ['deck', 'footwear'],
      kinds: ['footwear:boots'],
      is: ['material:wool', 'waterproof:yes'],
      brands: ['halyard'],
      min: 10,
      max: 250,
      inStock: true,
      sort: '-price',
      page: 3,
    });
  });

  test('writes back what it read', () => {
    expect(listingHref(parseListing(paramsOf(everything)))).toBe(`/catalog?${everything}`);
  });

  test('is the bare path when nothing is asked for', () => {
    expect(listingHref(parseListing({}))).toBe('/catalog');
  });

  test('takes checkboxes of a plain form, which repeat the name', () => {
    expect(parseListing({ type: ['deck', 'deck', 'footwear'] }).types).toEqual(['deck', 'footwear']);
  });

  test('leaves out what makes no sense', () => {
    const nonsense = {
      q: '   ',
      type: 'Deck!,,deck',
      kind: 'footwear:boots,deck,deck:',
      is: 'material,:wool,material:Wool',
      min: '-1',
      max: '1e9',
      inStock: 'yes',
      sort: 'up',
      page: '0',
    };
    expect(parseListing(nonsense)).toEqual({
      types: ['deck'],
      kinds: [],
      is: [],
      brands: [],
      inStock: false,
      page: 1,
    });
  });
});

describe('the question to the API', () => {
  test('has prices in minor units and a page size', () => {
    expect(listingApiQuery(parseListing(paramsOf(everything)), 'USD')).toEqual({
      q: 'rope ladder',
      category: 'deck,boots',
      attributes: 'material:wool,waterproof:yes',
      brand: 'halyard',
      minPrice: 1000,
      maxPrice: 25_000,
      inStock: 'true',
      sort: '-price',
      page: 3,
      pageSize: 24,
    });
  });

  test('sorts a search by relevance and a listing by name unless told', () => {
    expect(listingApiQuery(parseListing({ q: 'rope' }), 'USD').sort).toBe('relevance');
    expect(listingApiQuery(parseListing({}), 'USD').sort).toBe('name');
  });
});

test('clearing the filters keeps the words and the order, and starts at the first page', () => {
  const query = parseListing(paramsOf(everything));
  expect(hasFilters(query)).toBe(true);
  expect(listingHref(withoutFilters(query))).toBe('/catalog?q=rope+ladder&sort=-price');
  expect(hasFilters(withoutFilters(query))).toBe(false);
});
