import { describe, expect, test } from '@jest/globals';
import { formatMoney, parseMoney } from './money.ts';

describe('formatMoney', () => {
  test.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [1999, '$19.99'],
    [129900, '$1,299.00'],
    [-790, '-$7.90'],
  ])('writes %i minor units as %s', (amount, text) => {
    expect(formatMoney({ amount, currency: 'USD' })).toBe(text);
  });

  test.each([
    [1999, 'EUR', '€19.99'],
    [1999, 'JPY', '¥1,999'],
    [1999, 'KWD', 'KWD\u00a01.999'],
  ])('writes %i of %s with its own decimals', (amount, currency, text) => {
    expect(formatMoney({ amount, currency })).toBe(text);
  });
});

describe('parseMoney', () => {
  test.each([
    ['24', 2400],
    ['24.5', 2450],
    [' $1,024.05 ', 102405],
    ['0.07', 7],
    ['1234567', 123456700],
  ])('reads %j as %i minor units', (text, amount) => {
    expect(parseMoney(text, 'USD')).toEqual({ amount, currency: 'USD' });
  });

  test.each(['', '-3', '1.999', '1,23', 'twelve', '1e3', '19.99 €', '99999999999999999'])(
    'refuses %j',
    (text) => {
      expect(parseMoney(text, 'USD')).toBeUndefined();
    },
  );

  test('gives back what formatMoney wrote', () => {
    for (const amount of [0, 1, 99, 100, 123456789]) {
      expect(parseMoney(formatMoney({ amount, currency: 'USD' }), 'USD')?.amount).toBe(amount);
    }
  });
});
