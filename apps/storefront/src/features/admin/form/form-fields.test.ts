import { expect, test } from '@jest/globals';
import { newBrand } from '@quayside/contracts';
import { brandFields } from '../brands/brand-fields.ts';
import { formFields } from './form-fields.ts';

test('a form knows from the schema how long, of what form and how needed a text is', () => {
  const fields = formFields(newBrand, brandFields);
  expect(fields.map(({ name, isRequired, maxLength }) => [name, isRequired, maxLength])).toEqual([
    ['name', true, 80],
    ['slug', true, 120],
    ['description', false, 2000],
  ]);
  expect('not a slug').not.toMatch(new RegExp(fields[1]?.pattern ?? '', 'u'));
});

test('a field that the schema does not have is a mistake of whoever wrote the page', () => {
  expect(() => formFields(newBrand, { colour: { label: 'Colour' } })).toThrow('colour');
});
