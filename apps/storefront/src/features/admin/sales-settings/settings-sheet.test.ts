import { describe, expect, test } from '@jest/globals';
import { demoSalesSettings } from '@quayside/contracts';
import { mergedShape } from './merged-shape.ts';
import {
  withCountry,
  withCurrency,
  withMethod,
  withoutCountry,
  withoutCurrency,
  withoutMethod,
  withoutState,
  withoutTaxClass,
  withoutZone,
  withState,
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

test('a state stands in its country with rates to be typed, and the last one takes the list with it', () => {
  const more = withState(demo, 'AT', { code: 'W', name: 'Wien' });
  const { settings, faults } = read(more);
  expect(Object.keys(faults)).toEqual([
    ...demo.shape.taxClasses.map((name) => `country.AT.W.rate.${name}`),
    'country.AT.W.shipping',
  ]);
  const austria = settings.countries.find(({ country }) => country === 'AT');
  expect(austria?.states).toMatchObject([{ code: 'W', name: 'Wien', tax: { name: austria?.tax.name } }]);
  expect(read(withoutState(more, 'AT', 'W'))).toEqual({ settings: demoSalesSettings, faults: {} });
});

test('a currency is taken out of all methods of its zone, and of no other', () => {
  const { settings, faults } = read(withoutCurrency(demo, 'eu', 'USD'));
  expect(faults).toEqual({});
  const sold = (zone: string) =>
    settings.shippingZones
      .find(({ id }) => id === zone)
      ?.methods.flatMap(({ rates }) => rates.map(({ currency }) => currency));
  expect(sold('eu')).not.toContain('USD');
  expect(sold('us')).toContain('USD');
});

test('what is taken away leaves no text', () => {
  const none = withoutCountry(withoutMethod(withoutZone(demo, 'us'), 'eu', 'express'), 'AT');
  expect(
    Object.keys(none.values).filter((name) => /^country[.]AT|^zone[.]us|eu[.]express/.test(name)),
  ).toEqual([]);
  expect(none.values['zone.eu.countries']).not.toContain('AT');
});

test('what two added and took away at once is laid together', () => {
  const { shape: mine } = withoutCurrency(
    withState(withoutCountry(withCountry(demo, 'NO', 'eu'), 'AT'), 'DE', { code: 'BE', name: 'Berlin' }),
    'eu',
    'USD',
  );
  const theirs = withState(withMethod(withCountry(demo, 'CH', 'eu'), 'eu', 'Boat'), 'DE', {
    ...{ code: 'HH', name: 'Hamburg' },
  }).shape;
  const merged = mergedShape(demo.shape, mine, theirs);
  const codes = merged.countries.map(({ country }) => country);
  expect(codes).toEqual(expect.arrayContaining(['NO', 'CH']));
  expect(codes).not.toContain('AT');
  const zone = merged.shippingZones.find(({ id }) => id === 'eu');
  expect(zone?.methods.map(({ method }) => method)).toContain('boat');
  const standard = zone?.methods.find(({ method }) => method === 'standard');
  expect(standard?.rates.map(({ currency }) => currency)).not.toContain('USD');
  const germany = merged.countries.find(({ country }) => country === 'DE');
  expect(germany?.states?.map(({ code }) => code).toSorted()).toEqual(['BE', 'HH']);
});
