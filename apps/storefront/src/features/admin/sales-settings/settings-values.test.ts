import { expect, test } from '@jest/globals';
import { demoSalesSettings } from '@quayside/contracts';
import { settingsEntries, settingsFrom, settingsValues } from './settings-values.ts';

test('what is not touched is as it was', () => {
  const values = settingsValues(demoSalesSettings);
  expect(settingsFrom(values, demoSalesSettings)).toEqual({ settings: demoSalesSettings, faults: {} });
});

test('no two texts have one name', () => {
  const names = settingsEntries(demoSalesSettings).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('what is typed is read as figures', () => {
  const values = {
    ...settingsValues(demoSalesSettings),
    'country.FI.rate.standard': '25.5',
    'country.FI.currencies': 'eur usd',
    'zone.eu.standard.german': 'Standardversand',
    'zone.eu.standard.EUR.total': 'from 0: 5.90\nfrom 99: 0',
  };
  const { settings, faults } = settingsFrom(values, demoSalesSettings);
  expect(faults).toEqual({});
  const finland = settings.countries.find(({ country }) => country === 'FI');
  expect(finland).toMatchObject({ currencies: ['EUR', 'USD'], tax: { rates: { standard: 2550 } } });
  const [standard] = settings.shippingZones.find(({ id }) => id === 'eu')?.methods ?? [];
  expect(standard?.names).toEqual({ de: 'Standardversand' });
  expect(standard?.rates[0]?.byTotal).toEqual([
    { from: 0, below: 9900, price: 590 },
    { from: 9900, price: 0 },
  ]);
});

test('what cannot be read is said beside its text', () => {
  const values = {
    ...settingsValues(demoSalesSettings),
    'country.AT.rate.standard': 'twenty',
    'zone.us.standard.USD.total': 'free',
    'zone.us.express.min': 'soon',
    'zone.us.express.name': ' ',
  };
  expect(Object.keys(settingsFrom(values, demoSalesSettings).faults).toSorted()).toEqual([
    'country.AT.rate.standard',
    'zone.us.express.min',
    'zone.us.express.name',
    'zone.us.standard.USD.total',
  ]);
});
