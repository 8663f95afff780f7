import { describe, expect, test } from '@jest/globals';
import { admitAttempt, type Attempts } from './throttle.ts';

const start = new Date('2026-03-01T12:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const throttle = { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 900 };

describe('a throttle', () => {
  test('lets five attempts through at once and refuses the sixth for half a minute', () => {
    let attempts: Attempts | undefined;
    for (let count = 1; count <= 5; count += 1) {
      const admission = admitAttempt(throttle, attempts, start);
      if (!admission.admitted) throw new Error(`attempt ${count} was refused`);
      attempts = admission.attempts;
    }
    expect(admitAttempt(throttle, attempts, start)).toEqual({ admitted: false, retryAfterSeconds: 30 });
    expect(admitAttempt(throttle, attempts, after(29.5))).toEqual({ admitted: false, retryAfterSeconds: 1 });
    expect(admitAttempt(throttle, attempts, after(30))).toEqual({
      admitted: true,
      attempts: { failures: 6, lastAt: after(30) },
    });
  });

  test.each([
    [5, 30],
    [6, 60],
    [8, 240],
    [10, 900],
    [500, 900],
  ])('after %i failures the wait is %i s', (failures, seconds) => {
    expect(admitAttempt(throttle, { failures, lastAt: start }, start)).toEqual({
      admitted: false,
      retryAfterSeconds: seconds,
    });
  });

  test('does not mind that one who came later was counted first', () => {
    expect(admitAttempt(throttle, { failures: 1, lastAt: after(0.02) }, start)).toMatchObject({
      admitted: true,
    });
  });

  test('forgets failures after a quiet quarter of an hour', () => {
    expect(admitAttempt(throttle, { failures: 40, lastAt: start }, after(900))).toEqual({
      admitted: true,
      attempts: { failures: 1, lastAt: after(900) },
    });
  });
});
