import { expect, test } from '@jest/globals';
import { overviewHref, readPeriod } from './period.ts';

test.each([
  [{}, '30', { days: '30' }],
  [{ span: '7', currency: 'EUR' }, '7', { days: '7', currency: 'EUR' }],
  [{ span: '31', currency: 'euro' }, '30', { days: '30' }],
  [{ from: '2026-01-01', to: '2026-01-31' }, undefined, { from: '2026-01-01', to: '2026-01-31' }],
  [{ from: '2026-01-31', to: '2026-01-01' }, '30', { days: '30' }],
  [{ from: '2020-01-01', to: '2026-01-01' }, '30', { days: '30' }],
  [{ from: '2026-02-99', to: '2026-03-31' }, '30', { days: '30' }],
])('%j asks for the span %s: %j', (asked, span, query) => {
  expect(readPeriod(asked)).toEqual({ span, query });
});

test('an address keeps what it does not change', () => {
  const asked = readPeriod({ from: '2026-01-01', to: '2026-01-31', currency: 'EUR' });
  expect(overviewHref(asked, { currency: 'USD' })).toBe(
    '/admin/overview?from=2026-01-01&to=2026-01-31&currency=USD',
  );
  expect(overviewHref(asked, { span: '90' })).toBe('/admin/overview?span=90&currency=EUR');
});
