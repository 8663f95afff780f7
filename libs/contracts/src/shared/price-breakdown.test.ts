import { describe, expect, test } from '@jest/globals';
import { example } from '../events/examples.ts';
import { breakdownOfTotals } from '../money/breakdown-of-totals.ts';
import { money } from './money.ts';
import { priceBreakdown } from './price-breakdown.ts';

const price = breakdownOfTotals([example.boughtLine], example.totals);
const [line] = price.lines;

describe('a breakdown', () => {
  test('is taken as it is when it adds up', () => {
    expect(priceBreakdown.parse(price)).toEqual(price);
  });

  test.each<[string, unknown, string]>([
    [
      'a total is off by one',
      { ...price, totals: { ...price.totals, total: example.dollars(11_375) } },
      'total is not the sum of its parts',
    ],
    [
      'a line is off by one',
      { ...price, lines: [{ ...line, total: example.dollars(1) }] },
      'the line of item 7',
    ],
    [
      'shipping is in another currency',
      { ...price, shipping: { ...price.shipping, price: { amount: 790, currency: 'EUR' } } },
      'shipping does not add up',
    ],
  ])('is refused when %s', (_what, broken, why) => {
    const messages = priceBreakdown.safeParse(broken).error?.issues.map(({ message }) => message) ?? [];
    expect(messages.join()).toContain(why);
  });
});

test.each([
  ['EUR', true],
  ['JPY', true],
  ['ZZZ', false],
  ['eur', false],
  ['', false],
])('money in %j: %s', (currency, isMoney) => {
  expect(money.safeParse({ amount: 1, currency }).success).toBe(isMoney);
});
