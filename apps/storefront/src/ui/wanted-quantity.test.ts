import { describe, expect, test } from '@jest/globals';
import { wantedQuantity } from './wanted-quantity.ts';

describe('a typed quantity', () => {
  test.each([
    ['3', 3],
    ['0', 1],
    ['9999', 20],
  ])('%s of at most 20 becomes %i', (typed, wanted) => {
    expect(wantedQuantity(typed, { quantity: 2, max: 20 })).toBe(wanted);
  });

  test.each(['', 'abc', '-1', '1.5', '1e3', '9999999999'])('%j leaves it as it is', (typed) => {
    expect(wantedQuantity(typed, { quantity: 2, max: 20 })).toBe(2);
  });

  test('left alone stays, even if it is more than there is by now', () => {
    expect(wantedQuantity('50', { quantity: 50, max: 5 })).toBe(50);
  });

  test('one less than too many is as many as there are', () => {
    expect(wantedQuantity('49', { quantity: 50, max: 5 })).toBe(5);
  });

  test('of something sold out goes down to one', () => {
    expect(wantedQuantity('2', { quantity: 3, max: 0 })).toBe(1);
  });
});
