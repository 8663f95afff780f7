import { expect, test } from '@jest/globals';
import { wordsIn } from '../i18n/words-in.ts';
import { promiseOf } from './promise-of.ts';
import { taxLabel } from './tax-label.ts';

const t = wordsIn('en', 'price');

test.each([
  [{ min: 3, max: 5 }, '3–5 working days'],
  [{ min: 2, max: 2 }, '2 working days'],
  [{ min: 1, max: 1 }, '1 working day'],
  [undefined, undefined],
])('promises %j as %j', (days, words) => {
  expect(promiseOf(days, t)).toBe(words);
});

test.each([
  [{ name: 'VAT', rate: 2_000, included: true }, 'VAT 20%, included'],
  [{ name: 'Sales tax', rate: 725, included: false }, 'Sales tax 7.25%'],
])('names a tax by its rate: %j', (tax, words) => {
  expect(taxLabel(tax, t)).toBe(words);
});
