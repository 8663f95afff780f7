import { describe, expect, test } from '@jest/globals';
import type { FormField } from './form-fields.ts';
import { bodyOf, faultOf, mergeOf, nested, valuesOf } from './form-values.ts';

const fields: FormField[] = [
  { name: 'name', label: 'Name', isRequired: true, maxLength: 5 },
  { name: 'slug', label: 'Slug', hint: 'Small letters', isRequired: true, pattern: '^[a-z]+$' },
  { name: 'about', label: 'About', isRequired: false },
];

test('what a resource has not is an empty field, and an empty field is null where it may be', () => {
  const values = valuesOf(fields, { name: 'Tern', slug: 'tern', about: null, id: 4 });
  expect(values).toEqual({ name: 'Tern', slug: 'tern', about: '' });
  expect(bodyOf(fields, { ...values, name: ' Tern ' })).toEqual({ name: 'Tern', slug: 'tern', about: null });
  expect(bodyOf(fields, values, ['slug'])).toEqual({ slug: 'tern' });
});

test('a field within another is read by its path, and sent within it', () => {
  const german = { name: 'names.de', label: 'In German', language: 'de', isRequired: false };
  const both = [...fields, german];
  const values = valuesOf(both, { name: 'Tern', slug: 'tern', names: { de: 'Seeschwalbe' } });
  expect(values['names.de']).toBe('Seeschwalbe');
  expect(valuesOf([german], { names: { de: null } })).toEqual({ 'names.de': '' });
  expect(nested(bodyOf(both, values, ['name', 'names.de']))).toEqual({
    name: 'Tern',
    names: { de: 'Seeschwalbe' },
  });
  expect(nested({ 'names.de': null })).toEqual({ names: { de: null } });
});

test.each([
  [0, ' ', 'This is needed'],
  [0, 'Tern', undefined],
  [0, 'Terns!', 'At most 5 characters; these are 6'],
  [1, 'No', 'Small letters'],
  [2, '', undefined],
])('of field %d and the text "%s" it says %s', (at, text, said) => {
  expect(faultOf(fields[at] as FormField, text)).toBe(said);
});

describe('when somebody else was faster', () => {
  const base = { name: 'Old', slug: 'old', about: 'x' };

  test('what they alone changed is taken, what both changed clashes and stays as it is here', () => {
    const mine = { ...base, name: 'Mine' };
    const theirs = { ...base, name: 'Hers', about: 'y' };
    expect(mergeOf(fields, { base, mine, theirs })).toEqual({
      changedByThem: ['name', 'about'],
      clashing: ['name'],
      merged: { name: 'Mine', slug: 'old', about: 'y' },
    });
  });

  test('the same change made twice does not clash', () => {
    const same = { ...base, name: 'New' };
    expect(mergeOf(fields, { base, mine: same, theirs: same }).clashing).toEqual([]);
  });
});
