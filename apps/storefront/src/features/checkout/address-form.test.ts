import { describe, expect, test } from '@jest/globals';
import { checkAddress } from './address-form.ts';

const typed = {
  name: 'Ida Marsh',
  street: '4 Ropewalk',
  city: 'Gloucester',
  state: '',
  postalCode: '01930',
  country: 'US',
};

describe('checkAddress', () => {
  test('takes a whole address, without the state that was left empty', () => {
    expect(checkAddress(typed)).toEqual({
      ok: true,
      address: {
        name: 'Ida Marsh',
        street: '4 Ropewalk',
        city: 'Gloucester',
        postalCode: '01930',
        country: 'US',
      },
    });
  });

  test('trims what was typed', () => {
    const result = checkAddress({ ...typed, name: '  Ida Marsh ', state: ' MA ' });
    expect(result.ok && result.address).toMatchObject({ name: 'Ida Marsh', state: 'MA' });
  });

  test('names each field that is missing', () => {
    const result = checkAddress({ ...typed, name: ' ', city: '', country: '' });
    expect(!result.ok && Object.keys(result.errors)).toEqual(['name', 'city', 'country']);
  });

  test('asks for the state where the country is taxed by state', () => {
    const result = checkAddress(typed, { needsState: true });
    expect(!result.ok && Object.keys(result.errors)).toEqual(['state']);
    expect(checkAddress({ ...typed, state: 'MA' }, { needsState: true }).ok).toBe(true);
  });

  test('says how much too long a field is', () => {
    const result = checkAddress({ ...typed, postalCode: '1'.repeat(21) });
    expect(!result.ok && result.errors.postalCode).toBe('At most 20 characters, please.');
  });
});
