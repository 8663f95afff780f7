import type { ClaimedWork } from '@quayside/due-work';
import { MailNotTaken, type MailKind, type MailMatter, type OutgoingMail } from '../domain/mail.ts';
import { reasonToGiveUp, type GivenUpBecause } from '../domain/mail-retry.ts';
import type { WriteMail } from './write-mail.ts';

export type DueMail = ClaimedWork<MailKind>;

/** The mails that wait, apart from when they are due. */
export interface WaitingMails {
  /** Undefined when it was deleted with its user. */
  matterOf(mailId: string): Promise<MailMatter | undefined>;
  /** Nobody is there any more whom it could reach, or nothing that it could tell. */
  drop(mailId: string): Promise<void>;
  markSent(mailId: string): Promise<void>;
  giveUp(mailId: string, reason: GivenUpBecause): Promise<void>;
}

export interface SendMailPorts {
  readonly mails: WaitingMails;
  readonly write: WriteMail;
  /** Rejects with MailNotTaken. */
  readonly deliver: (mail: OutgoingMail) => Promise<void>;
  readonly onSent: (mail: DueMail) => void;
  readonly onGivenUp: (mail: DueMail, reason: GivenUpBecause, cause: unknown) => void;
}

/**
 * Sends one mail that is due; a throw means that it is to be tried again.
 *
 * A mail is marked as sent right after the server took it. If the process dies between the two, the mail is sent
 * once more when its lease has run out: SMTP has no transaction to share with the database, so this window stays.
 * Both copies carry the same Message-ID.
 */
export const createSendMail =
  ({ mails, write, deliver, onSent, onGivenUp }: SendMailPorts) =>
  async (mail: DueMail): Promise<void> => {
    const matter = await mails.matterOf(mail.id);
    if (matter === undefined) return;
    const written = await write(matter);
    if (!written) return mails.drop(mail.id);
    try {
      await deliver({ ...written, messageId: `<${mail.id}@mail.quayside>` });
    } catch (cause) {
      const refused = cause instanceof MailNotTaken && cause.refused;
      const reason = reasonToGiveUp({ attempt: mail.attempt, refused });
      if (!reason) throw cause;
      await mails.giveUp(mail.id, reason);
      return onGivenUp(mail, reason, cause);
    }
    await mails.markSent(mail.id);
    onSent(mail);
  };
