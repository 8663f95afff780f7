import { describe, expect, test } from '@jest/globals';
import type { SalesSettings, ShippingTier } from '@quayside/contracts/money';
import { demoSalesSettings } from '@quayside/contracts';
import { salesSettingsFaults } from './sales-settings-faults.ts';

const isCountry = (code: string) => ['AT', 'DE', 'US'].includes(code);
const tax = { name: 'VAT', rates: { standard: 2_000, reduced: 1_000 }, shippingRate: 2_000 };
const austria = { country: 'AT', currencies: ['EUR'], taxIncluded: true, tax };
const byTotal: ShippingTier[] = [
  { from: 0, below: 10_000, price: 500 },
  { from: 10_000, price: 0 },
];
const post = {
  method: 'post',
  name: 'Post',
  promisedDays: { min: 1, max: 3 },
  rates: [{ currency: 'EUR', byTotal }],
};
const zone = { id: 'eu', name: 'Europe', countries: ['AT'], methods: [post] };
const settings = (change: Partial<SalesSettings> = {}): SalesSettings => ({
  defaultCountry: 'AT',
  taxClasses: ['standard', 'reduced'],
  countries: [austria],
  shippingZones: [zone],
  ...change,
});
const withTiers = (tiers: ShippingTier[]) =>
  settings({
    shippingZones: [{ ...zone, methods: [{ ...post, rates: [{ currency: 'EUR', byTotal: tiers }] }] }],
  });
const withTax = (change: Partial<typeof tax>) =>
  settings({ countries: [{ ...austria, tax: { ...tax, ...change } }] });

describe('sales settings', () => {
  test('by which every order has one price are without fault', () => {
    expect(salesSettingsFaults(settings(), isCountry)).toEqual([]);
    expect(salesSettingsFaults(demoSalesSettings, () => true)).toEqual([]);
  });

  test.each<[string, SalesSettings, string, string]>([
    [
      'a negative tax',
      withTax({ shippingRate: -1 }),
      'tax-rate-out-of-range',
      'countries.0.tax.shippingRate',
    ],
    [
      'a tax above the price',
      withTax({ rates: { standard: 10_001, reduced: 0 } }),
      'tax-rate-out-of-range',
      'countries.0.tax.standard',
    ],
    [
      'a tax class without a rate',
      settings({ taxClasses: ['standard', 'reduced', 'books'] }),
      'tax-rate-missing',
      'countries.0.tax.rates',
    ],
    [
      'a rate for no tax class',
      settings({ taxClasses: ['standard'] }),
      'sales-settings-ambiguous',
      'countries.0.tax.rates',
    ],
    [
      'a state without a rate',
      settings({
        countries: [
          {
            ...austria,
            states: [{ code: 'W', name: 'Wien', tax: { ...tax, rates: { standard: 0, reduced: 0, x: 1 } } }],
          },
        ],
      }),
      'sales-settings-ambiguous',
      'countries.0.states.0.tax.rates',
    ],
    [
      'a country without a zone',
      settings({ countries: [austria, { ...austria, country: 'DE' }] }),
      'shipping-zone-missing',
      'countries.1',
    ],
    [
      'a country in two zones',
      settings({ shippingZones: [zone, { ...zone, id: 'alps' }] }),
      'sales-settings-ambiguous',
      'shippingZones.countries',
    ],
    ['a country twice', settings({ countries: [austria, austria] }), 'sales-settings-ambiguous', 'countries'],
    [
      'no such country',
      settings({
        countries: [austria, { ...austria, country: 'ZZ' }],
        shippingZones: [{ ...zone, countries: ['AT', 'ZZ'] }],
      }),
      'country-unknown',
      'countries.1.country',
    ],
    [
      'no such currency',
      settings({ countries: [{ ...austria, currencies: ['EUR', 'ZZZ'] }] }),
      'currency-unknown',
      'countries.0.currencies',
    ],
    [
      'a method without a price in a currency that is paid in',
      settings({ countries: [{ ...austria, currencies: ['EUR', 'USD'] }] }),
      'shipping-rate-missing',
      'shippingZones.0.methods.0.rates',
    ],
    [
      'a default that is not sold to',
      settings({ defaultCountry: 'US' }),
      'default-country-not-sold-to',
      'defaultCountry',
    ],
    [
      'days that run backwards',
      settings({ shippingZones: [{ ...zone, methods: [{ ...post, promisedDays: { min: 3, max: 1 } }] }] }),
      'promised-days-reversed',
      'shippingZones.0.methods.0.promisedDays',
    ],
  ])('with %s are at fault', (_what, broken, code, path) => {
    expect(salesSettingsFaults(broken, isCountry)).toContainEqual(expect.objectContaining({ code, path }));
  });

  test.each<[string, ShippingTier[]]>([
    ['begin above nothing', [{ from: 1, price: 0 }]],
    ['end', [{ from: 0, below: 100, price: 0 }]],
    [
      'leave a gap',
      [
        { from: 0, below: 100, price: 5 },
        { from: 101, price: 0 },
      ],
    ],
    [
      'overlap',
      [
        { from: 0, below: 100, price: 5 },
        { from: 99, price: 0 },
      ],
    ],
    [
      'end before the last',
      [
        { from: 0, price: 5 },
        { from: 100, price: 0 },
      ],
    ],
    [
      'hold nothing',
      [
        { from: 0, below: 0, price: 5 },
        { from: 0, price: 0 },
      ],
    ],
  ])('with tiers that %s are at fault', (_what, tiers) => {
    const faults = salesSettingsFaults(withTiers(tiers), isCountry);
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['shipping-tier-gap']));
  });

  test('with a shipping price below nothing are at fault', () => {
    expect(salesSettingsFaults(withTiers([{ from: 0, price: -1 }]), isCountry)).toMatchObject([
      { code: 'shipping-price-negative', path: 'shippingZones.0.methods.0.rates.0.byTotal.0.price' },
    ]);
  });
});
