import { expect, test } from '@jest/globals';
import { addressLine } from './address-line.ts';

const countries = [{ code: 'US', name: 'United States' }];
const address = { name: 'Ida', street: '4 Ropewalk', city: 'Gloucester', postalCode: '01930', country: 'US' };

test('an address to look over leaves nothing out', () => {
  expect(addressLine({ ...address, state: 'MA' }, countries)).toBe(
    'Ida, 4 Ropewalk, Gloucester, MA 01930, United States',
  );
  expect(addressLine(address, countries)).toBe('Ida, 4 Ropewalk, Gloucester 01930, United States');
});
