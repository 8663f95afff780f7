/** Attempts that were made under a key. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: Date;
}

/** How many attempts are free, and how long further ones wait; each wait is twice the one before. */
export interface Throttle {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

export type Admission =
  | { readonly admitted: true; readonly attempts: Attempts }
  | { readonly admitted: false; readonly retryAfterSeconds: number };

const waitSeconds = (throttle: Throttle, failures: number): number =>
  failures < throttle.free
    ? 0
    : Math.min(throttle.longestWaitSeconds, throttle.firstWaitSeconds * 2 ** (failures - throttle.free));

/**
 * Whether one more attempt is let through. An admitted attempt counts as failed from the start, and is forgotten or
 * taken back when it succeeds: so a burst of guesses at once meets the same bound as guesses one after the other.
 */
export const admitAttempt = (throttle: Throttle, before: Attempts | undefined, now: Date): Admission => {
  // Of two at once the later one may have been counted first.
  const quietSeconds = before ? Math.max(0, (now.getTime() - before.lastAt.getTime()) / 1000) : Infinity;
  if (!before || quietSeconds >= throttle.longestWaitSeconds)
    return { admitted: true, attempts: { failures: 1, lastAt: now } };
  const left = waitSeconds(throttle, before.failures) - quietSeconds;
  if (left > 0) return { admitted: false, retryAfterSeconds: Math.ceil(left) };
  return { admitted: true, attempts: { failures: before.failures + 1, lastAt: now } };
};
