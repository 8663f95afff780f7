import { expect, test } from '@jest/globals';

import { parts } from './parts.ts';
import { stopOrder } from './stop-order.ts';

test('stops callers before those they call', () => {
  const order = stopOrder([
    { name: 'catalog', after: [] },
    { name: 'gateway', after: ['catalog'] },
    { name: 'storefront', after: ['gateway'] },
    { name: 'mail', after: [] },
  ]);
  expect(order).toEqual([['storefront', 'mail'], ['gateway'], ['catalog']]);
});

test('ignores parts that do not run', () => {
  expect(stopOrder([{ name: 'gateway', after: ['catalog'] }])).toEqual([['gateway']]);
});

test('refuses a circle', () => {
  const circle = [
    { name: 'a', after: ['b'] },
    { name: 'b', after: ['a'] },
  ];
  expect(() => stopOrder(circle)).toThrow('parts wait for each other: a, b');
});

test('the table has an order in which every part appears once', () => {
  expect(stopOrder(parts).flat().sort()).toEqual(parts.map((part) => part.name).sort());
});
