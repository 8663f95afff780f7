/** Five tries over the first half hour, then some more over a day: a mail server may well be down for a night. */
const waitMinutes = [0.25, 1, 4, 10, 30, 60, 120, 240, 480];

export const attemptsAtMost = waitMinutes.length + 1;

export type GivenUpBecause = 'refused' | 'too-many-attempts';

/**
 * Why a mail whose delivery failed for the `attempt`-th time is given up, if it is.
 *
 * @param failure.refused the server said that it will never take this mail
 */
export const reasonToGiveUp = (failure: {
  attempt: number;
  refused: boolean;
}): GivenUpBecause | undefined => {
  if (failure.refused) return 'refused';
  return failure.attempt >= attemptsAtMost ? 'too-many-attempts' : undefined;
};

/**
 * Milliseconds until the next try after the `attempt`-th.
 *
 * @param jitter from 0 to 1; spreads the tries of mails that failed together
 */
export const mailRetryAfterMs = (attempt: number, jitter: number): number => {
  const minutes = waitMinutes[Math.min(attempt, waitMinutes.length) - 1] ?? 0;
  return minutes * 60_000 * (0.75 + jitter / 2);
};
