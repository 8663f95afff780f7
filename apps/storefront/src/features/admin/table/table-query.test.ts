import { describe, expect, test } from '@jest/globals';
import { nextSort, readTableQuery, tableHref } from './table-query.ts';

const known = { sorts: ['name', 'products'], filters: { used: ['true', 'false'] } } as const;

describe('the address of a table', () => {
  test.each([
    '/admin/brands',
    '/admin/brands?q=tern+%26+co&used=true&sort=-products&page=3&hide=slug%2Cchanged',
  ])('says what it was made from: %s', (href) => {
    const asked = Object.fromEntries(new URL(href, 'http://x').searchParams);
    const query = readTableQuery(asked, known);
    expect(tableHref('/admin/brands', query, { page: query.page })).toBe(href);
  });

  test('counts for nothing where it asks for what the table does not know', () => {
    const asked = { sort: 'price', page: '0', used: 'maybe', hide: '<b>', q: ['a', 'b'], other: '1' };
    expect(readTableQuery(asked, known)).toEqual({
      q: '',
      sort: undefined,
      page: 1,
      filters: {},
      hidden: [],
    });
  });

  test('begins at the first page when something else changes', () => {
    const query = readTableQuery({ page: '4', q: 'a' }, known);
    expect(tableHref('/x', query, { sort: 'name' })).toBe('/x?q=a&sort=name');
    expect(tableHref('/x', query, { page: 5 })).toBe('/x?q=a&page=5');
  });
});

test('a click on the column that is sorted by turns it round', () => {
  expect([nextSort(undefined, 'name'), nextSort('name', 'name'), nextSort('-name', 'name')]).toEqual([
    'name',
    '-name',
    'name',
  ]);
});
