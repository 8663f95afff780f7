/** What Identity writes of, each to the one whose account it is. */
export const mailKinds = [
  'registered',
  'reset-asked',
  'email-change-asked',
  'email-changed',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'passkey-added',
  'passkey-removed',
  'sign-in-linked',
  'sign-in-unlinked',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** A mail that is to be written: to a user, or to whoever has an address. */
export interface QueuedMail {
  readonly kind: MailKind;
  readonly userId?: string;
  /** Where the kind is about another address than the user's own. */
  readonly email?: string;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface OutgoingMail extends MailText {
  readonly to: string;
  /** The same at every attempt, so that a mailbox can tell a repetition. */
  readonly messageId: string;
}

/** A link in a mail is worth nothing after a while, so that a mail is tried for hours, and not for days. */
const waitMinutes = [0.25, 1, 4, 10, 30, 60];

/** Whether a mail that failed for the `attempt`-th time is given up. */
export const isGivenUp = ({ attempt, refused }: { attempt: number; refused: boolean }): boolean =>
  refused || attempt > waitMinutes.length;

/** @param jitter from 0 to 1; spreads the tries of mails that failed together */
export const mailRetryAfterMs = (attempt: number, jitter: number): number =>
  (waitMinutes[Math.min(attempt, waitMinutes.length) - 1] ?? 0) * 60_000 * (0.75 + jitter / 2);
