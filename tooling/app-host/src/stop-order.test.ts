import { expect, test } from '@jest/globals';

import { processes } from './processes.ts';
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

test('ignores processes that do not run', () => {
  expect(stopOrder([{ name: 'gateway', after: ['catalog'] }])).toEqual([['gateway']]);
});

test('refuses a circle', () => {
  const circle = [
    { name: 'a', after: ['b'] },
    { name: 'b', after: ['a'] },
  ];
  expect(() => stopOrder(circle)).toThrow('processes wait for each other: a, b');
});

test('the table has an order in which every process appears once', () => {
  expect(stopOrder(processes).flat().sort()).toEqual(processes.map((hosted) => hosted.name).sort());
});
