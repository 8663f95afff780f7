import { describe, expect, test } from '@jest/globals';
import type { BasketTerms } from '@quayside/contracts';
import { goesElsewhere, termsOfAddress } from './terms-of-address.ts';

const countries = [
  { code: 'US', name: 'United States', currencies: ['USD'], states: [{ code: 'MA', name: 'Massachusetts' }] },
  { code: 'AT', name: 'Austria', currencies: ['EUR', 'USD'] },
];
const terms: BasketTerms = {
  country: 'US',
  currency: 'USD',
  currencies: ['USD'],
  taxIncluded: false,
  shippingMethod: 'express',
  shippingMethods: [],
};
const inAustria: BasketTerms = { ...terms, country: 'AT', currency: 'EUR', currencies: ['EUR', 'USD'] };
const address = (country: string, state?: string) => ({
  ...{ name: 'Ida', street: '4 Ropewalk', city: 'Gloucester', postalCode: '01930', country },
  ...(state && { state }),
});

describe('the terms of an address', () => {
  test('keep currency and shipping at home, and name the state that is taxed', () => {
    expect(termsOfAddress(address('US', 'MA'), terms, countries)).toEqual({
      country: 'US',
      state: 'MA',
      currency: 'USD',
      shippingMethod: 'express',
    });
  });

  test('keep the currency abroad where it may be paid in', () => {
    expect(termsOfAddress(address('AT', 'Tirol'), terms, countries)).toEqual({
      country: 'AT',
      currency: 'USD',
    });
  });

  test('leave it to the shop where it may not', () => {
    expect(termsOfAddress(address('US', 'MA'), inAustria, countries)).toEqual({ country: 'US', state: 'MA' });
  });

  test('are other ones when the country or its state is another', () => {
    expect(goesElsewhere({ country: 'AT' }, terms)).toBe(true);
    expect(goesElsewhere({ country: 'US', state: 'MA' }, terms)).toBe(true);
    expect(goesElsewhere({ country: 'US', state: 'MA' }, { ...terms, state: 'MA' })).toBe(false);
    expect(goesElsewhere({ country: 'AT' }, inAustria)).toBe(false);
  });
});
