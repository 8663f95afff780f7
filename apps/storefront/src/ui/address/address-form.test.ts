import { describe, expect, test } from '@jest/globals';
import { addressRulesOf } from '@quayside/contracts/addresses';
import { wordsIn } from '../../i18n/words-in.ts';
import { checkAddress } from './address-form.ts';

const typed = {
  name: 'Ida Marsh',
  company: '',
  street: '4 Ropewalk',
  street2: '',
  city: 'Gloucester',
  state: 'MA',
  postalCode: '01930',
  country: 'US',
  phone: '',
};
const check = (change: Partial<typeof typed> = {}) => {
  const given = { ...typed, ...change };
  return checkAddress(given, addressRulesOf(given.country), wordsIn('en', 'address'));
};
const faultsOf = (change: Partial<typeof typed>) => {
  const result = check(change);
  return result.ok ? {} : result.errors;
};

describe('checkAddress', () => {
  test('takes a whole address, without what was left empty', () => {
    expect(check()).toEqual({
      ok: true,
      address: {
        name: 'Ida Marsh',
        street: '4 Ropewalk',
        city: 'Gloucester',
        state: 'MA',
        postalCode: '01930',
        country: 'US',
      },
    });
  });

  test('keeps what was meant of what was typed', () => {
    const result = check({ name: '  Ida\u200B  Marsh ', company: ' Marsh & Co ', phone: '+1 978 555 0100' });
    expect(result.ok && result.address).toMatchObject({
      name: 'Ida Marsh',
      company: 'Marsh & Co',
      phone: '+1 978 555 0100',
    });
  });

  test('names each field that is missing', () => {
    expect(Object.keys(faultsOf({ name: ' \u200B', street: '', city: '', state: '' }))).toEqual([
      'name',
      'street',
      'city',
      'state',
    ]);
  });

  test.each([
    [{ street: '1' }, { street: 'A number alone leads nowhere: which street?' }],
    [{ postalCode: '???' }, { postalCode: 'This is not how a ZIP code looks there.' }],
    [{ state: 'Kerry' }, { state: 'Choose one of the list.' }],
    [{ phone: 'call me' }, { phone: 'Only digits, blanks and a plus, please.' }],
    [{ street2: 'x'.repeat(201) }, { street2: 'At most 200 characters, please.' }],
  ])('says of %j what is not right', (change, errors) => {
    expect(faultsOf(change)).toEqual(errors);
  });

  test('leaves out what was typed for a country that has no such thing', () => {
    const result = check({ country: 'HK', state: 'Kowloon', city: '', postalCode: '01930' });
    expect(result.ok && result.address).toEqual({
      name: 'Ida Marsh',
      street: '4 Ropewalk',
      state: 'Kowloon',
      country: 'HK',
    });
  });
});
