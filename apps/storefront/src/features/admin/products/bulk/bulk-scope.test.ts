import { expect, test } from '@jest/globals';
import { foundOf } from './bulk-scope.ts';

test('the filter of a table is one for all that is found', () => {
  expect(foundOf({ q: '', filters: {} })).toEqual({});
  expect(foundOf({ q: 'jacket', filters: { status: 'active', brand: '4', category: '12' } })).toEqual({
    q: 'jacket',
    status: 'active',
    brand: 4,
    category: 12,
  });
});
