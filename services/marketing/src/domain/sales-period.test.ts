import { expect, test } from '@jest/globals';
import { periodBefore, periodOf } from './sales-period.ts';

test('nothing asked for means the thirty days up to today', () => {
  expect(periodOf({}, '2026-03-01')).toEqual({ from: '2026-01-31', to: '2026-03-01' });
  expect(periodOf({ days: 1 }, '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
  expect(periodOf({ from: '2026-01-01', to: '2026-01-02' }, '2026-03-01')).toEqual({
    from: '2026-01-01',
    to: '2026-01-02',
  });
});

test.each([
  [
    { from: '2026-03-01', to: '2026-03-31' },
    { from: '2026-01-29', to: '2026-02-28' },
  ],
  [
    { from: '2026-01-01', to: '2026-01-01' },
    { from: '2025-12-31', to: '2025-12-31' },
  ],
  [
    { from: '2024-02-29', to: '2024-03-01' },
    { from: '2024-02-27', to: '2024-02-28' },
  ],
])('before %j come the days %j', (period, before) => {
  expect(periodBefore(period)).toEqual(before);
});
