/** Five tries over the first half hour, then some more over a day: a mail server may well be down for a night. */
const waitMinutes = [0.25, 1, 4, 10, 30, 60, 120, 240, 480];

export const attemptsAtMost = waitMinutes.length + 1;

export type MailFate =
  | { readonly kind: 'retry'; readonly at: Date }
  | { readonly kind: 'give-up'; readonly reason: 'refused' | 'too-many-attempts' };

/**
 * What becomes of a mail whose delivery failed for the `attempt`-th time.
 *
 * @param failure.refused the server said that it will never take this mail
 * @param failure.jitter from 0 to 1; spreads the tries of mails that failed together
 */
export const fateOfMail = (failure: {
  attempt: number;
  refused: boolean;
  jitter: number;
  now: Date;
}): MailFate => {
  if (failure.refused) return { kind: 'give-up', reason: 'refused' };
  const minutes = waitMinutes[failure.attempt - 1];
  if (minutes === undefined) return { kind: 'give-up', reason: 'too-many-attempts' };
  const waitMs = minutes * 60_000 * (0.75 + failure.jitter / 2);
  return { kind: 'retry', at: new Date(failure.now.getTime() + waitMs) };
};
