import { expect, test } from '@jest/globals';
import { countryName } from './country-name.ts';

test.each([
  ['HK', 'en', 'Hong Kong'],
  ['HK', 'de', 'Hongkong'],
  ['US', 'en', 'United States'],
  ['DE', 'de', 'Deutschland'],
  ['XQ', 'en', 'XQ'],
])('%s is called in %s as browsers call it: %s', (code, locale, name) => {
  expect(countryName(code, locale)).toBe(name);
});
