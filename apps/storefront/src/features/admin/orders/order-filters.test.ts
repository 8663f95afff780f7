import { expect, test } from '@jest/globals';
import { orderFilter } from './order-filters.ts';

const asked = (filters: Record<string, string>, q = '') =>
  orderFilter({ q, sort: undefined, page: 1, filters, hidden: [] });

test('the last day is asked for whole, and amounts in minor units of a currency', () => {
  expect(asked({ from: '2026-02-27', to: '2026-02-28', min: '1,000.50', payment: 'paid' }, 'ada')).toEqual({
    q: 'ada',
    payment: 'paid',
    from: '2026-02-27T00:00:00Z',
    to: '2026-03-01T00:00:00.000Z',
    minTotal: 100_050,
    currency: 'USD',
  });
  expect(asked({ max: '500', currency: 'JPY' })).toEqual({ maxTotal: 500, currency: 'JPY' });
});

test('what is no day and no amount is not asked for', () => {
  expect(asked({ from: '2026-13-40', min: '1.000,00' })).toEqual({});
});
