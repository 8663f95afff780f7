/** Failed sign-ins of one account from one address. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: Date;
}

export type Admission =
  | { readonly admitted: true; readonly attempts: Attempts }
  | { readonly admitted: false; readonly retryAfterSeconds: number };

const freeFailures = 5;
const firstWaitSeconds = 30;
const longestWaitSeconds = 15 * 60;

const waitSeconds = (failures: number): number =>
  failures < freeFailures
    ? 0
    : Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - freeFailures));

/**
 * Whether one more attempt is let through. An admitted attempt counts as failed from the start, and is forgotten
 * when it succeeds: so a burst of guesses at once meets the same bound as guesses one after the other.
 */
export const admitAttempt = (before: Attempts | undefined, now: Date): Admission => {
  const quietSeconds = before ? (now.getTime() - before.lastAt.getTime()) / 1000 : Infinity;
  if (!before || quietSeconds >= longestWaitSeconds)
    return { admitted: true, attempts: { failures: 1, lastAt: now } };
  const left = waitSeconds(before.failures) - quietSeconds;
  if (left > 0) return { admitted: false, retryAfterSeconds: Math.ceil(left) };
  return { admitted: true, attempts: { failures: before.failures + 1, lastAt: now } };
};

/** After an attempt that was admitted but could not be made. */
export const takeBackAttempt = (before: Attempts | undefined, now: Date): Admission => ({
  admitted: true,
  attempts: { failures: Math.max(0, (before?.failures ?? 0) - 1), lastAt: before?.lastAt ?? now },
});
