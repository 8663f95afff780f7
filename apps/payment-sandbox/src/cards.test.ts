import { describe, expect, test } from '@jest/globals';
import { behaviourOf, brandOf, isExpired, passesLuhn } from './cards.ts';

describe('a card', () => {
  test.each([
    ['4242424242424242', true],
    ['4242424242424241', false],
    ['378282246310005', true],
    ['0', false],
    ['4242 4242 4242 4242', false],
  ])('%s passes the check digit: %s', (number, valid) => {
    expect(passesLuhn(number)).toBe(valid);
  });

  test.each([
    ['4242424242424242', 'visa'],
    ['5555555555554444', 'mastercard'],
    ['2223003122003222', 'mastercard'],
    ['378282246310005', 'amex'],
    ['6011111111111117', 'discover'],
    ['9999999999999999', 'unknown'],
  ])('%s is of brand %s', (number, brand) => {
    expect(brandOf(number)).toBe(brand);
  });

  test('is good until the end of its month', () => {
    const expiry = { month: 4, year: 2029 };
    expect(isExpired(expiry, new Date('2029-04-30T23:59:59.999Z'))).toBe(false);
    expect(isExpired(expiry, new Date('2029-05-01T00:00:00Z'))).toBe(true);
  });

  test('that is no test card is paid', () => {
    expect(behaviourOf('5555555555554444')).toBe('paid');
  });
});
