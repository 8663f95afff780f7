import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { portion } from './money.ts';

const amount = fc.integer({ min: 0, max: 50 * 99 * 100_000_000 });
const rate = fc.integer({ min: 0, max: 10_000 });

describe('portion of an amount', () => {
  test('rounds half up to the cent', () => {
    expect(portion(1250, 800)).toBe(100);
    expect(portion(1256, 800)).toBe(100);
    expect(portion(1257, 800)).toBe(101);
    expect(portion(5, 1_000)).toBe(1);
    expect(portion(4, 1_000)).toBe(0);
  });

  test('is the exactly rounded product, also for the largest basket', () => {
    fc.assert(
      fc.property(amount, rate, (cents, basisPoints) => {
        const exact = (BigInt(cents) * BigInt(basisPoints) + 5_000n) / 10_000n;
        expect(portion(cents, basisPoints)).toBe(Number(exact));
      }),
    );
  });
});
