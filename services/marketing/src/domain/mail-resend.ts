import { MailResentTooOften } from './mail-errors.ts';
import type { OrderMailKind } from './mail.ts';

export interface Resend {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Of the request. */
  readonly key: string;
}

/** A mail about an order, and what became of it. */
export interface OrderMail {
  readonly id: string;
  readonly kind: OrderMailKind;
  readonly state: 'queued' | 'sent' | 'given-up';
  readonly queuedAt: Date;
  readonly settledAt?: Date | undefined;
  readonly reason?: string | undefined;
  readonly resends: readonly Resend[];
}

const resendsADay = 5;
const dayMs = 24 * 60 * 60 * 1000;

const isSpent = ({ resends }: OrderMail, now: Date): boolean =>
  resends.filter(({ at }) => Date.parse(at) > now.getTime() - dayMs).length >= resendsADay;

export const mayResend = (mail: OrderMail, now: Date): boolean =>
  mail.state !== 'queued' && !isSpent(mail, now);

/**
 * What sends a mail once more. Undefined: the request was made before, or the mail waits already.
 *
 * @throws {MailResentTooOften}
 */
export const resend = (mail: OrderMail, { key, now }: { key: string; now: Date }): Resend | undefined => {
  if (mail.state === 'queued' || mail.resends.some((one) => one.key === key)) return undefined;
  if (isSpent(mail, now)) throw new MailResentTooOften(resendsADay);
  return { at: now.toISOString(), key };
};
