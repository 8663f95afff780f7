import { MailNotTaken, type DueMail, type MailText, type OutgoingMail } from '../domain/mail.ts';
import { fateOfMail } from '../domain/mail-retry.ts';

export interface MailQueue {
  /** Takes the next due mail for one attempt: nobody else gets it until the lease has run out. */
  claim(): Promise<DueMail | undefined>;
  markSent(mail: DueMail): Promise<void>;
  retryAt(mail: DueMail, at: Date): Promise<void>;
  giveUp(mail: DueMail, reason: string): Promise<void>;
}

export type MailReport =
  | { readonly outcome: 'sent'; readonly mail: DueMail }
  | { readonly outcome: 'retry'; readonly mail: DueMail; readonly at: Date; readonly cause: unknown }
  | {
      readonly outcome: 'given-up';
      readonly mail: DueMail;
      readonly reason: string;
      readonly cause: unknown;
    };

export interface SendDueMailsPorts {
  readonly queue: MailQueue;
  readonly compose: (mail: DueMail) => MailText;
  /** Rejects with MailNotTaken. */
  readonly deliver: (mail: OutgoingMail) => Promise<void>;
  readonly report: (report: MailReport) => void;
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly jitter: () => number;
}

/**
 * Sends what is due, one after the other, until nothing is left or `signal` aborts.
 *
 * A mail is marked as sent right after the server took it. If the process dies between the two, the mail is sent
 * once more when its lease has run out: SMTP has no transaction to share with the database, so this window stays.
 * Both copies carry the same Message-ID.
 */
export const createSendDueMails =
  ({ queue, compose, deliver, report, now, jitter }: SendDueMailsPorts) =>
  async (signal: AbortSignal): Promise<void> => {
    const attempt = async (mail: DueMail): Promise<void> => {
      try {
        await deliver({
          ...compose(mail),
          recipient: mail.recipient,
          messageId: `<${mail.id}@mail.quayside>`,
        });
      } catch (cause) {
        const refused = cause instanceof MailNotTaken && cause.refused;
        const fate = fateOfMail({ attempt: mail.attempt, refused, jitter: jitter(), now: now() });
        if (fate.kind === 'retry') {
          await queue.retryAt(mail, fate.at);
          return report({ outcome: 'retry', mail, at: fate.at, cause });
        }
        await queue.giveUp(mail, fate.reason);
        return report({ outcome: 'given-up', mail, reason: fate.reason, cause });
      }
      await queue.markSent(mail);
      report({ outcome: 'sent', mail });
    };

    for (let mail = await queue.claim(); mail; mail = signal.aborted ? undefined : await queue.claim()) {
      await attempt(mail);
    }
  };
