import { expect, test } from '@jest/globals';
import { shareOf } from './share-of.ts';

test.each([
  [0, 100, '0 %'],
  [24, 1000, '2.4 %'],
  [333, 1000, '33 %'],
  [12, 10, '120 %'],
  [3, 0, undefined],
])('%j of %j are %s', (part, whole, words) => {
  expect(shareOf(part, whole)).toBe(words);
});
