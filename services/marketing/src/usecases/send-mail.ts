import type { ClaimedWork } from '@quayside/due-work';
import { MailNotTaken } from '@quayside/mail';
import type { MailKind, MailMatter, OutgoingMail } from '../domain/mail.ts';
import { reasonToGiveUp, type GivenUpBecause } from '../domain/mail-retry.ts';
import type { WriteMail } from './write-mail.ts';

export type DueMail = ClaimedWork<MailKind>;

/** A sending of a mail: the first, or one that staff asked for. What ends a sending ends no later one. */
export interface Sending {
  readonly mailId: string;
  /** From 1. */
  readonly number: number;
}

type NotSentBecause = GivenUpBecause | 'nothing-to-tell';

/** The mails that wait, apart from when they are due. */
export interface WaitingMails {
  /** Undefined when it was deleted with its user. */
  find(mailId: string): Promise<{ matter: MailMatter; sending: Sending } | undefined>;
  /** It was never sent, and nobody is there any more whom it could reach, or nothing that it could tell. */
  drop(sending: Sending): Promise<void>;
  markSent(sending: Sending): Promise<void>;
  giveUp(sending: Sending, reason: NotSentBecause): Promise<void>;
}

export interface SendMailPorts {
  readonly mails: WaitingMails;
  readonly write: WriteMail;
  /** Rejects with MailNotTaken. */
  readonly deliver: (mail: OutgoingMail) => Promise<void>;
  readonly onSent: (mail: DueMail) => void;
  readonly onGivenUp: (mail: DueMail, reason: GivenUpBecause, cause: unknown) => void;
}

/** A mailbox takes the same one for a repetition. */
const messageIdOf = ({ mailId, number }: Sending): string =>
  `<${mailId}${number === 1 ? '' : `.${number}`}@mail.quayside>`;

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
    const found = await mails.find(mail.id);
    if (found === undefined) return;
    const { matter, sending } = found;
    const written = await write(matter);
    if (!written)
      return sending.number === 1 ? mails.drop(sending) : mails.giveUp(sending, 'nothing-to-tell');
    try {
      await deliver({ ...written, messageId: messageIdOf(sending) });
    } catch (cause) {
      const refused = cause instanceof MailNotTaken && cause.refused;
      const reason = reasonToGiveUp({ attempt: mail.attempt, refused });
      if (!reason) throw cause;
      await mails.giveUp(sending, reason);
      return onGivenUp(mail, reason, cause);
    }
    await mails.markSent(sending);
    onSent(mail);
  };
