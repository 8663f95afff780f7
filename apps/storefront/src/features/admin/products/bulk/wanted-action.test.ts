import { expect, test } from '@jest/globals';
import { actionOf, type Wanted } from './wanted-action.ts';

const price: Wanted = {
  ...{ kind: 'price', by: 'percent', direction: 'up', figure: '', categoryId: '', tag: '' },
  currency: 'USD',
};

test.each<[Partial<Wanted>, object | undefined]>([
  [{ kind: 'publish' }, { type: 'publish' }],
  [{ kind: 'category' }, undefined],
  [
    { kind: 'category', categoryId: '12' },
    { type: 'category', categoryId: 12 },
  ],
  [{ kind: 'add-tag', tag: ' ' }, undefined],
  [
    { kind: 'remove-tag', tag: ' winter ' },
    { type: 'remove-tag', tag: 'winter' },
  ],
  [{ figure: '12.5' }, { type: 'price-by-percent', currency: 'USD', percent: 12.5 }],
  [
    { figure: '12.5', direction: 'down' },
    { type: 'price-by-percent', currency: 'USD', percent: -12.5 },
  ],
  [{ figure: '91', direction: 'down' }, undefined],
  [{ figure: '0' }, undefined],
  [{ figure: '1.000,00' }, undefined],
  [
    { figure: '1,000.00', by: 'amount' },
    { type: 'price-by-amount', currency: 'USD', amount: 100_000 },
  ],
  [
    { figure: '5', by: 'amount', direction: 'down' },
    { type: 'price-by-amount', currency: 'USD', amount: -500 },
  ],
  [{ figure: '1.000,00', by: 'amount' }, undefined],
])('%j is %j', (wanted, action) => {
  expect(actionOf({ ...price, ...wanted })).toEqual(action);
});
