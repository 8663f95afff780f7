import { expect, test } from '@jest/globals';
import { newBrand, newCampaign } from '@quayside/contracts';
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

test('of a field within another it knows the same', () => {
  const [field] = formFields(newCampaign, { 'names.de': { label: 'Name in German', language: 'de' } });
  expect(field).toMatchObject({ name: 'names.de', isRequired: false, maxLength: 60, language: 'de' });
  expect(() => formFields(newCampaign, { 'names.fr': { label: 'French' } })).toThrow('names.fr');
});

test('a field that the schema does not have is a mistake of whoever wrote the page', () => {
  expect(() => formFields(newBrand, { colour: { label: 'Colour' } })).toThrow('colour');
});
