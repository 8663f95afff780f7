import { expect, test } from '@jest/globals';
import { countryCodes, isCountry, salesSettingsUpdate } from '@quayside/contracts';
import { salesSettingsFaults } from '../../domain/sales-settings-faults.ts';
import { settingsOfFirstRelease } from './settings-of-first-release.ts';

test('a shop sells as in release 0.1: everywhere in dollars, with its own tax added to the goods', () => {
  const settings = settingsOfFirstRelease({ countries: countryCodes, taxBasisPoints: 725 });
  expect(salesSettingsFaults(settings, isCountry)).toEqual([]);
  expect(salesSettingsUpdate.parse(settings)).toEqual(settings);
  expect(new Set(settings.countries.map(({ tax }) => tax.rates['standard']))).toEqual(new Set([725]));
  expect(settings.countries.map(({ country }) => country)).toEqual(countryCodes);
});
