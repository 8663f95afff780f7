import { describe, expect, test } from '@jest/globals';
import { createNewest } from './newest.ts';

describe('of two answers that were under way together', () => {
  test('the one of the higher version is shown, though it was asked for earlier and came first', () => {
    const newest = createNewest();
    const [change, read] = [newest.ask(), newest.ask()];
    expect(newest.take(change, { version: 2 })).toBe(true);
    expect(newest.take(read, { version: 1 })).toBe(false);
  });

  test('the one of the higher version is shown when it comes last, whichever was asked for first', () => {
    const newest = createNewest();
    const [change, read] = [newest.ask(), newest.ask()];
    expect(newest.take(read, { version: 1 })).toBe(true);
    expect(newest.take(change, { version: 2 })).toBe(true);
  });

  test('the one that was asked for later is shown where their version is one', () => {
    const newest = createNewest();
    const [first, second] = [newest.ask(), newest.ask()];
    expect(newest.take(second, { version: 3 })).toBe(true);
    expect(newest.take(first, { version: 3 })).toBe(false);
  });
});

test('what is asked for after the newest has come is newer, though it counts from the beginning', () => {
  const newest = createNewest();
  expect(newest.take(newest.ask(), { version: 7 })).toBe(true);
  expect(newest.take(newest.ask(), { version: 1 })).toBe(true);
});
