import { describe, expect, test } from '@jest/globals';
import { attemptsAtMost, fateOfMail } from './mail-retry.ts';

const now = new Date('2026-03-01T12:00:00Z');

describe('a mail that was not taken', () => {
  test('is tried again after a wait that grows', () => {
    const waits = Array.from({ length: attemptsAtMost - 1 }, (_, index) => {
      const fate = fateOfMail({ attempt: index + 1, refused: false, jitter: 0.5, now });
      return fate.kind === 'retry' ? fate.at.getTime() - now.getTime() : undefined;
    });
    expect(waits[0]).toBe(15_000);
    expect(waits).toEqual(waits.toSorted((a, b) => Number(a) - Number(b)));
    expect(new Set(waits).size).toBe(waits.length);
  });

  test.each([
    [0, 11_250],
    [1, 18_750],
  ])('with jitter %d waits %d ms first', (jitter, ms) => {
    expect(fateOfMail({ attempt: 1, refused: false, jitter, now })).toEqual({
      kind: 'retry',
      at: new Date(now.getTime() + ms),
    });
  });

  test('is given up after the last attempt', () => {
    expect(fateOfMail({ attempt: attemptsAtMost, refused: false, jitter: 0.5, now })).toEqual({
      kind: 'give-up',
      reason: 'too-many-attempts',
    });
  });

  test('is given up at once when the server refuses it for good', () => {
    expect(fateOfMail({ attempt: 1, refused: true, jitter: 0.5, now })).toEqual({
      kind: 'give-up',
      reason: 'refused',
    });
  });
});
