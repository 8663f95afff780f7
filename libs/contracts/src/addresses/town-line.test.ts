import { expect, test } from '@jest/globals';
import { townLine } from '../shared/town-line.ts';
import { addressRulesOf } from './address-rules-of.ts';

test.each([
  ['24103 Kiel', { city: 'Kiel', postalCode: '24103', country: 'DE' }],
  ['Gloucester, MA 01930', { city: 'Gloucester', state: 'MA', postalCode: '01930', country: 'US' }],
  ['Falmouth TR11 3QA', { city: 'Falmouth', postalCode: 'TR11 3QA', country: 'GB' }],
  ['00184 Roma, RM', { city: 'Roma', state: 'RM', postalCode: '00184', country: 'IT' }],
  ['Tsim Sha Tsui, Kowloon', { city: 'Tsim Sha Tsui', state: 'Kowloon', country: 'HK' }],
  ['', { country: 'AE' }],
])('"%s" is a town as its country writes it', (line, address) => {
  expect(townLine(address)).toBe(line);
});

test('the postal code stands where the data of the country has it', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const wrong = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((country) => {
      const { fields } = addressRulesOf(country);
      const [town, code] = [fields.indexOf('city'), fields.indexOf('postalCode')];
      const isLast = townLine({ city: 'Town', postalCode: '1', country }) === 'Town 1';
      return town >= 0 && code >= 0 && isLast !== code > town;
    });
  expect(wrong).toEqual([]);
});
