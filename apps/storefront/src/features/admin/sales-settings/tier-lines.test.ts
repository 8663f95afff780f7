import { expect, test } from '@jest/globals';
import { readTiers, tierLines } from './tier-lines.ts';

const free = [
  { from: 0, below: 15_000, price: 690 },
  { from: 15_000, price: 0 },
];

test('tiers are lines, and the same tiers again', () => {
  const text = tierLines(free, 'EUR', 'total');
  expect(text).toBe('from 0.00: 6.90\nfrom 150.00: 0.00');
  expect(readTiers(text, 'EUR', 'total')).toEqual({ ok: true, tiers: free });
});

test('weights are kilograms', () => {
  const heavy = [
    { from: 0, below: 30_500, price: 0 },
    { from: 30_500, price: 2_900 },
  ];
  const text = tierLines(heavy, 'USD', 'weight');
  expect(text).toBe('from 0 kg: 0.00\nfrom 30.5 kg: 29.00');
  expect(readTiers(text, 'USD', 'weight')).toEqual({ ok: true, tiers: heavy });
});

test.each(['6.90', 'from: 6.90', 'from x: 1', 'from 0: 1.234', 'from 0.00: 6,90'])(
  '%j is no tier',
  (line) => {
    expect(readTiers(line, 'EUR', 'total')).toEqual({ ok: false, line });
  },
);
