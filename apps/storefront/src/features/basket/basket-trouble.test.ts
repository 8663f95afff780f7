import { expect, test } from '@jest/globals';
import { wordsIn } from '../../i18n/words-in.ts';
import { addTrouble } from './basket-trouble.ts';

const short = (requested: number, available: number) => ({
  ...{
    type: 'about:blank',
    title: 'There is not enough in stock',
    status: 409,
    code: 'insufficient-stock',
    traceId: '1',
  },
  lines: [{ itemId: 7, name: 'Skerry deck lamp', requested, available }],
});

test.each([
  [short(13, 12), 12, 'There are 12 of it, and your basket holds 1 already: 11 more can go in.'],
  [short(13, 12), 1, 'There are 12 of it, and your basket holds 12 already: no more can go in.'],
  [short(100, 99), 99, 'A basket takes 99 of one item, and your basket holds 1 already: 98 more can go in.'],
  [short(3, 2), 3, 'There are 2 of it.'],
  [short(1, 0), 1, 'It has just sold out.'],
])('of %j to who wanted %i more: %s', (problem, more, said) => {
  expect(addTrouble(problem, more, wordsIn('en', 'basket'))).toBe(said);
});
