import type { ClaimedWork } from '@quayside/due-work';
import {
  MailNotTaken,
  type MailKind,
  type MailText,
  type OutgoingMail,
  type Recipient,
} from '../domain/mail.ts';
import { reasonToGiveUp, type GivenUpBecause } from '../domain/mail-retry.ts';

export type DueMail = ClaimedWork<MailKind>;

/** The mails that wait, apart from when they are due. */
export interface WaitingMails {
  /** The user whom the mail is for; undefined when it was deleted with its user. */
  userOf(mailId: string): Promise<string | undefined>;
  /** Nobody is there any more whom it could reach. */
  drop(mailId: string): Promise<void>;
  markSent(mailId: string): Promise<void>;
  giveUp(mailId: string, reason: GivenUpBecause): Promise<void>;
}

/** Who users are, asked when it is needed: nothing of it is kept. */
export interface Recipients {
  /**
   * Undefined: the account is deleted.
   *
   * @throws while it cannot be known
   */
  find(userId: string): Promise<Recipient | undefined>;
}

export interface SendMailPorts {
  readonly recipients: Recipients;
  readonly mails: WaitingMails;
  readonly compose: (kind: MailKind, recipient: Recipient) => MailText;
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
  ({ mails, recipients, compose, deliver, onSent, onGivenUp }: SendMailPorts) =>
  async (mail: DueMail): Promise<void> => {
    const userId = await mails.userOf(mail.id);
    if (userId === undefined) return;
    const recipient = await recipients.find(userId);
    if (!recipient) return mails.drop(mail.id);
    try {
      const text = compose(mail.kind, recipient);
      await deliver({ ...text, recipient, messageId: `<${mail.id}@mail.quayside>` });
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
