import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from './allocate.ts';
import { decimalsOf, isCurrency } from './currency.ts';
import { add, compare, moneyOf, negate, sameMoney, subtract, sum, times, zero } from './money.ts';
import { asDecimal, ofWholeUnits } from './whole-units.ts';
import { portion, portionIncluded, type Rounding } from './portion.ts';

const usd = (amount: number) => moneyOf(amount, 'USD');
const eur = (amount: number) => moneyOf(amount, 'EUR');
const anyAmount = fc.maxSafeInteger();
const amount = fc.integer({ min: -1e12, max: 1e12 });

describe('a currency', () => {
  test.each([
    ['USD', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %i decimals', (code, decimals) => {
    expect(isCurrency(code)).toBe(true);
    expect(decimalsOf(code)).toBe(decimals);
  });

  test.each(['ZZZ', 'usd', 'US', 'USDX', '', '$', 'constructor'])('%j is none', (code) => {
    expect(isCurrency(code)).toBe(false);
  });
});

describe('amounts', () => {
  test('add up in any order, and come back by subtraction', () => {
    fc.assert(
      fc.property(amount, amount, amount, (a, b, c) => {
        expect(add(usd(a), usd(b))).toEqual(add(usd(b), usd(a)));
        expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a));
        expect(sum([usd(a), usd(b), usd(c)], 'USD')).toEqual(add(usd(a), add(usd(b), usd(c))));
        expect(add(usd(a), negate(usd(a)))).toEqual(zero('USD'));
      }),
    );
  });

  test('are multiplied by whole quantities alone', () => {
    expect(times(usd(199), 3)).toEqual(usd(597));
    expect(times(usd(0), -1)).toEqual(usd(0));
    expect(() => times(usd(199), 1.5)).toThrow(expect.objectContaining({ code: 'amount-unsafe' }));
  });

  test('are ordered within their currency', () => {
    expect([usd(3), usd(1), usd(2)].sort(compare)).toEqual([usd(1), usd(2), usd(3)]);
    expect(sameMoney(usd(1), eur(1))).toBe(false);
  });

  test.each([
    ['add', () => add(usd(1), eur(1))],
    ['subtract', () => subtract(usd(1), eur(1))],
    ['compare', () => compare(usd(1), eur(1))],
    ['sum', () => sum([usd(1), eur(1)], 'USD')],
    ['sum of another', () => sum([usd(1)], 'EUR')],
  ])('of two currencies do not mix: %s', (_what, mix) => {
    expect(mix).toThrow(expect.objectContaining({ code: 'currency-mismatch' }));
  });

  test.each([0.5, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER + 1])('%p is none', (unsafe) => {
    expect(() => usd(unsafe)).toThrow(expect.objectContaining({ code: 'amount-unsafe' }));
  });

  test('that grow beyond what is exact are refused, never rounded', () => {
    const most = usd(Number.MAX_SAFE_INTEGER);
    expect(() => add(most, usd(1))).toThrow(expect.objectContaining({ code: 'amount-unsafe' }));
    expect(() => times(most, 2)).toThrow(expect.objectContaining({ code: 'amount-unsafe' }));
  });
});

describe('an amount as people write it', () => {
  test.each([
    [499, 'USD', '4.99'],
    [5, 'EUR', '0.05'],
    [-1_250, 'EUR', '-12.50'],
    [499, 'JPY', '499'],
    [1_234, 'KWD', '1.234'],
    [Number.MAX_SAFE_INTEGER, 'USD', '90071992547409.91'],
  ])('%i of %s is %s', (units, currency, written) => {
    expect(asDecimal(moneyOf(units, currency))).toBe(written);
  });

  test('in whole units is worth as many minor ones as its currency has', () => {
    expect(ofWholeUnits(5, 'USD')).toEqual(usd(500));
    expect(ofWholeUnits(5, 'JPY')).toEqual(moneyOf(5, 'JPY'));
  });
});

describe('a portion', () => {
  const roundings: Rounding[] = ['half-up', 'half-even', 'down', 'up'];

  test.each<[Rounding, number[]]>([
    ['half-up', [0, 1, 2, 1]],
    ['half-even', [0, 0, 2, 1]],
    ['down', [0, 0, 1, 0]],
    ['up', [1, 1, 2, 1]],
  ])('%s of 0.4, 0.5, 1.5 and 0.6 of a unit', (rounding, expected) => {
    const portions = [4, 5, 15, 6].map((tenths) => portion(usd(tenths), 1_000, rounding).amount);
    expect(portions).toEqual(expected);
  });

  test('is within a unit of the exact one, for any amount, and symmetric about nothing', () => {
    const rate = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(anyAmount, rate, fc.constantFrom(...roundings), (money, basisPoints, rounding) => {
        const { amount: taken } = portion(usd(money), basisPoints, rounding);
        const error = BigInt(taken) * 10_000n - BigInt(money) * BigInt(basisPoints);
        const bound = rounding.startsWith('half') ? 5_000n : 9_999n;
        expect(error >= -bound && error <= bound).toBe(true);
        expect(portion(negate(usd(money)), basisPoints, rounding)).toEqual(negate(usd(taken)));
      }),
    );
  });

  test('that is in a price is what was added to the price without it', () => {
    const [net, rate] = [fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 0, max: 10_000 })];
    fc.assert(
      fc.property(net, rate, (price, basisPoints) => {
        const tax = portion(eur(price), basisPoints, 'half-up');
        const found = portionIncluded(add(eur(price), tax), basisPoints, 'half-up');
        expect(Math.abs(found.amount - tax.amount)).toBeLessThanOrEqual(basisPoints > 0 ? 1 : 0);
      }),
    );
    expect(portionIncluded(eur(1_200), 2_000, 'half-up')).toEqual(eur(200));
  });

  test.each([-1, 0.5])('of %p basis points is refused', (rate) => {
    expect(() => portion(usd(100), rate, 'half-up')).toThrow(
      expect.objectContaining({ code: 'amount-unsafe' }),
    );
  });
});

describe('an allocation', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 1, maxLength: 50 });

  test('makes and loses nothing, and no share is a unit off', () => {
    fc.assert(
      fc.property(anyAmount, weights, (money, by) => {
        const all = by.reduce((total, weight) => total + BigInt(weight), 0n);
        fc.pre(all > 0n);
        const shares = allocate(usd(money), by);
        expect(shares.reduce((total, share) => total + BigInt(share.amount), 0n)).toBe(BigInt(money));
        shares.forEach((share, at) => {
          const error = BigInt(share.amount) * all - BigInt(money) * BigInt(by[at]!);
          expect(error > -all && error < all).toBe(true);
          if (by[at] === 0) expect(share.amount).toBe(0);
        });
      }),
    );
  });

  test('gives no share above its weight while the weights hold the amount', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (by, part) => {
        const all = by.reduce((total, weight) => total + weight, 0);
        const shares = allocate(usd(Math.floor(all * part)), by);
        shares.forEach((share, at) => expect(share.amount).toBeLessThanOrEqual(by[at]!));
      }),
    );
  });

  test('gives what is left over to the largest remainders, and of equal ones to the first', () => {
    expect(allocate(usd(100), [1, 1, 1])).toEqual([usd(34), usd(33), usd(33)]);
    expect(allocate(usd(-100), [1, 1, 1])).toEqual([usd(-34), usd(-33), usd(-33)]);
    expect(allocate(usd(10), [25, 26, 49])).toEqual([usd(2), usd(3), usd(5)]);
    expect(allocate(usd(1), [0, 5, 5])).toEqual([usd(0), usd(1), usd(0)]);
  });

  test('of nothing needs no weight', () => {
    expect(allocate(usd(0), [0, 0])).toEqual([usd(0), usd(0)]);
    expect(allocate(usd(0), [])).toEqual([]);
  });

  test.each([[[-1, 2]], [[0.5]], [[0, 0]], [[]], [[Number.MAX_SAFE_INTEGER, 1]]])(
    'by %j is refused',
    (by: number[]) => {
      expect(() => allocate(usd(1), by)).toThrow(expect.objectContaining({ code: 'weights-invalid' }));
    },
  );
});
