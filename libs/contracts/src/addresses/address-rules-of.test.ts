import { describe, expect, test } from '@jest/globals';
import { addressFaults } from '../shared/address-rules.ts';
import { addressRulesOf } from './address-rules-of.ts';

const faultsOf = (country: string, lines: Record<string, string>) =>
  addressFaults({ name: 'Ada', street: 'Quay 1', ...lines, country }, addressRulesOf(country)).map(
    ({ field, fault }) => `${field} ${fault}`,
  );

describe('an address', () => {
  test.each([
    ['US', { city: 'Portland', state: 'OR', postalCode: '97204' }],
    ['US', { city: 'Portland', state: 'oregon', postalCode: '97204-1234' }],
    ['HK', { state: 'Kowloon' }],
    ['AE', { state: 'AZ' }],
    ['IE', { city: 'Dingle', state: 'Co. Kerry' }],
    ['IE', {}],
    ['GB', { city: 'Falmouth', postalCode: 'tr11 3qa' }],
    ['DE', { city: 'Kiel', postalCode: '24103' }],
    ['SG', { postalCode: '049483' }],
    ['JP', { city: 'Yokohama', state: 'Kanagawa', postalCode: '231-0001', street: '3-5-1' }],
    ['XK', { city: 'Pristina' }],
  ])('in %s may be %j', (country, lines) => {
    expect(faultsOf(country, lines)).toEqual([]);
  });

  test.each<[string, Record<string, string>, string[]]>([
    [
      'US',
      { street: '1', city: 'Portland', postalCode: '???' },
      ['street malformed', 'state missing', 'postalCode malformed'],
    ],
    ['US', { city: 'Portland', state: 'Kerry', postalCode: '97204' }, ['state malformed']],
    ['DE', {}, ['postalCode missing', 'city missing']],
    ['DE', { city: 'Kiel', postalCode: '2410' }, ['postalCode malformed']],
    ['HK', { city: 'Mong Kok' }, ['state missing']],
    ['DE', { city: 'Kiel', postalCode: '24103', phone: 'call me' }, ['phone malformed']],
  ])('in %s that is %j has faults', (country, lines, faults) => {
    expect(faultsOf(country, lines)).toEqual(faults);
  });

  test('is asked for in the words and the order of its country', () => {
    expect(addressRulesOf('US')).toMatchObject({
      fields: ['city', 'state', 'postalCode'],
      labels: { postalCode: 'ZIP code', state: 'State' },
    });
    expect(addressRulesOf('DE').fields).toEqual(['postalCode', 'city']);
    expect(addressRulesOf('HK').fields).toEqual(['city', 'state']);
    expect(addressRulesOf('HK').states?.map(({ name }) => name)).toContain('Kowloon');
  });
});
