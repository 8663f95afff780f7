import { expect, test } from '@jest/globals';
import { demoSalesSettings } from '@quayside/contracts';
import { placeOf } from './place-of.ts';

test.each([
  ['countries.0.states.1.tax.standard', 'United States, Alaska'],
  ['countries.1.tax.shippingRate', 'Austria'],
  ['shippingZones.1.methods.0.rates.1.byTotal.0', 'European Union, Standard, USD'],
  ['shippingZones.1.methods.0.promisedDays', 'European Union, Standard'],
  ['shippingZones.countries', ''],
  ['taxClasses', ''],
])('%s is of %j', (path, words) => {
  expect(placeOf(path, demoSalesSettings)).toBe(words);
});
