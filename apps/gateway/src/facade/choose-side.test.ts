import { expect, test } from '@jest/globals';
import { chooseSide } from './choose-side.ts';

const visitors = Array.from({ length: 2000 }, (_, n) => `visitor ${n}`);
const withOld = (share: number | undefined) =>
  visitors.filter((visitor) => chooseSide({ share, wish: undefined, visitor }) === 'old');

test.each([0, 10, 50, 100])('gives the old side %d of a hundred visitors', (share) => {
  expect(Math.abs(withOld(share).length / 20 - share)).toBeLessThanOrEqual(share % 100 ? 3 : 0);
});

test('moves nobody back and forth: who is new at a share is new at each smaller one', () => {
  const atTen = new Set(withOld(10));
  expect(withOld(50).filter((visitor) => atTen.has(visitor))).toEqual([...atTen]);
});

test('takes a wish, but not once the old side is off', () => {
  const visitor = 'somebody';
  expect(chooseSide({ share: 0, wish: 'old', visitor })).toBe('old');
  expect(chooseSide({ share: 100, wish: 'new', visitor })).toBe('new');
  expect(chooseSide({ share: 0, wish: 'neither', visitor })).toBe('new');
  expect(chooseSide({ share: undefined, wish: 'old', visitor })).toBe('new');
});
