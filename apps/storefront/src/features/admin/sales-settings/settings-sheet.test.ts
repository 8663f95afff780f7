import { describe, expect, test } from '@jest/globals';
import { demoSalesSettings } from '@quayside/contracts';
import {
  mergedShape,
  withCountry,
  withCurrency,
  withMethod,
  withoutCountry,
  withoutMethod,
  withoutTaxClass,
  withoutZone,
  withTaxClass,
  withZone,
} from './settings-sheet.ts';
import { settingsFrom, settingsValues } from './settings-values.ts';

const demo = { shape: demoSalesSettings, values: settingsValues(demoSalesSettings) };
const read = ({ shape, values }: typeof demo) => settingsFrom(values, shape);

describe('what is added', () => {
  test('a country stands in its zone, and its rates are to be typed', () => {
    const { settings, faults } = read(withCountry(demo, 'NO', 'eu'));
    expect(Object.keys(faults)).toEqual([
      ...demo.shape.taxClasses.map((name) => `country.NO.rate.${name}`),
      'country.NO.shipping',
    ]);
    expect(settings.countries.at(-1)).toMatchObject({ country: 'NO', currencies: ['EUR', 'USD'] });
    expect(settings.shippingZones.find(({ id }) => id === 'eu')?.countries.at(-1)).toBe('NO');
  });

  test('a zone, a method and a currency ask for their countries, days and prices', () => {
    const zone = read(withZone(demo, 'The North')).faults;
    expect(Object.keys(zone)).toContain('zone.the-north.countries');
    const method = read(withMethod(demo, 'eu', 'Standard')).faults;
    expect(Object.keys(method).toSorted()).toEqual([
      'zone.eu.standard-2.EUR.total',
      'zone.eu.standard-2.USD.total',
      'zone.eu.standard-2.max',
      'zone.eu.standard-2.min',
    ]);
    expect(Object.keys(read(withCurrency(demo, 'us', 'GBP')).faults)).toContain('zone.us.standard.GBP.total');
  });

  test('a tax rate is at first the usual one, and goes without a trace', () => {
    const more = withTaxClass(demo, 'Books');
    const { settings, faults } = read(more);
    expect(faults).toEqual({});
    expect(settings.taxClasses.at(-1)).toBe('books');
    for (const { tax } of settings.countries) expect(tax.rates['books']).toBe(tax.rates['standard']);
    expect(read(withoutTaxClass(more, 'books'))).toEqual({ settings: demoSalesSettings, faults: {} });
  });
});

test('what is taken away leaves no text', () => {
  const none = withoutCountry(withoutMethod(withoutZone(demo, 'us'), 'eu', 'express'), 'AT');
  expect(
    Object.keys(none.values).filter((name) => /^country[.]AT|^zone[.]us|eu[.]express/.test(name)),
  ).toEqual([]);
  expect(none.values['zone.eu.countries']).not.toContain('AT');
});

test('what two added and took away at once is laid together', () => {
  const mine = withoutCountry(withCountry(demo, 'NO', 'eu'), 'AT').shape;
  const theirs = withMethod(withCountry(demo, 'CH', 'eu'), 'eu', 'Boat').shape;
  const merged = mergedShape(demo.shape, mine, theirs);
  const codes = merged.countries.map(({ country }) => country);
  expect(codes).toEqual(expect.arrayContaining(['NO', 'CH']));
  expect(codes).not.toContain('AT');
  const zone = merged.shippingZones.find(({ id }) => id === 'eu');
  expect(zone?.methods.map(({ method }) => method)).toContain('boat');
});
