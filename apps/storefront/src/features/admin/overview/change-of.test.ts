import { expect, test } from '@jest/globals';
import { changeOf } from './change-of.ts';

test.each([
  [150, 100, '+50 %'],
  [50, 100, '−50 %'],
  [0, 100, '−100 %'],
  [1001, 1000, '±0 %'],
  [200_000, 100, '+199,900 %'],
  [5, 0, undefined],
])('from %j before it is now %j: %s', (now, before, words) => {
  expect(changeOf(now, before)).toBe(words);
});
