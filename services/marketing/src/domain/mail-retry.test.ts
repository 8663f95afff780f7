import { describe, expect, test } from '@jest/globals';
import { attemptsAtMost, mailRetryAfterMs, reasonToGiveUp } from './mail-retry.ts';

describe('a mail that was not taken', () => {
  test('is tried again after a wait that grows', () => {
    const attempts = Array.from({ length: attemptsAtMost - 1 }, (_, index) => index + 1);
    expect(attempts.map((attempt) => reasonToGiveUp({ attempt, refused: false }))).toEqual(
      attempts.map(() => undefined),
    );
    const waits = attempts.map((attempt) => mailRetryAfterMs(attempt, 0.5));
    expect(waits[0]).toBe(15_000);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(waits.length);
  });

  test.each([
    [0, 11_250],
    [1, 18_750],
  ])('with jitter %d waits %d ms first', (jitter, ms) => {
    expect(mailRetryAfterMs(1, jitter)).toBe(ms);
  });

  test('is given up after the last attempt', () => {
    expect(reasonToGiveUp({ attempt: attemptsAtMost, refused: false })).toBe('too-many-attempts');
  });

  test('is given up at once when the server refuses it for good', () => {
    expect(reasonToGiveUp({ attempt: 1, refused: true })).toBe('refused');
  });
});
