import { emailKey } from '@quayside/contracts/email';
import type { ClaimedWork } from '@quayside/due-work';
import { MailNotTaken } from '@quayside/mail';
import {
  isGivenUp,
  type MailKind,
  type MailText,
  type OutgoingMail,
  type QueuedMail,
} from '../domain/account-mail.ts';
import { TooManyAttempts } from '../domain/errors.ts';
import { mailboxLimit } from '../domain/mail-limits.ts';
import type { LinkPurpose, OneTimeLink } from '../domain/one-time-link.ts';
import type { User } from '../domain/user.ts';
import type { AttemptLimits } from './sign-in.ts';

export type DueMail = ClaimedWork<MailKind>;

/** What a mail says, and the secret of the link in it if it has one. */
export type MailMatter =
  | { readonly says: 'confirm' | 'change-email' | 'reset'; readonly token: string; readonly email: string }
  | {
      readonly says:
        'address-in-use' | Exclude<MailKind, 'registered' | 'reset-asked' | 'email-change-asked'>;
    };

export interface SendAccountMailPorts {
  readonly mails: {
    find(id: string): Promise<QueuedMail | undefined>;
    settle(id: string): Promise<void>;
  };
  readonly users: {
    userById(id: string): Promise<User | undefined>;
    confirmedByEmail(key: string): Promise<User | undefined>;
  };
  readonly links: {
    add(link: OneTimeLink, now: Date): Promise<void>;
    tokenOf(id: string, purpose: LinkPurpose): string;
  };
  readonly attempts: Pick<AttemptLimits, 'admit'>;
  /** @param locale of the account */
  readonly write: (matter: MailMatter, locale: string) => MailText;
  /** Rejects with MailNotTaken. */
  readonly deliver: (mail: OutgoingMail) => Promise<void>;
  readonly now: () => Date;
  /** A link that does something to an account is on its way to its owner. */
  readonly onLinkMade: (userId: string, purpose: LinkPurpose) => void;
  readonly onSent: (mail: DueMail) => void;
  /** There is nobody to write to, or they got enough mail for today. */
  readonly onLeftOut: (mail: DueMail, why: string) => void;
  readonly onGivenUp: (mail: DueMail, cause: unknown) => void;
}

interface Letter {
  readonly to: string;
  /** Whose account it is about. */
  readonly locale: string;
  readonly matter: MailMatter;
  readonly link?: Pick<OneTimeLink, 'userId' | 'purpose'>;
}

/**
 * Sends one mail that is due; a throw means that it is to be tried again. Whether there is an account, and which mail
 * that makes, is decided here: so whoever asked for it learned nothing, also not by the time that the answer took.
 *
 * A mail is settled right after the server took it. If the process dies between the two, it is sent once more when its
 * lease has run out, with the same Message-ID and the same link.
 */
export const createSendAccountMail = (ports: SendAccountMailPorts) => {
  const withLink = async (
    mail: DueMail,
    purpose: LinkPurpose,
    user: User,
    email: string,
  ): Promise<Letter> => {
    await ports.links.add({ id: mail.id, userId: user.id, purpose, email }, ports.now());
    const matter = { says: purpose, token: ports.links.tokenOf(mail.id, purpose), email };
    return { to: email, locale: user.locale, matter, link: { userId: user.id, purpose } };
  };

  const inUse = ({ email, locale }: User): Letter => ({
    to: email,
    locale,
    matter: { says: 'address-in-use' },
  });

  const ofRegistration = async (mail: DueMail, user: User | undefined): Promise<Letter | undefined> => {
    if (!user || user.emailConfirmed) return undefined;
    const owner = await ports.users.confirmedByEmail(emailKey(user.email));
    if (owner) return inUse(owner);
    return withLink(mail, 'confirm', user, user.email);
  };

  const ofNewAddress = async (
    mail: DueMail,
    user: User | undefined,
    email: string,
  ): Promise<Letter | undefined> => {
    if (!user) return undefined;
    const owner = await ports.users.confirmedByEmail(emailKey(email));
    if (!owner) return withLink(mail, 'change-email', user, email);
    return owner.id === user.id ? undefined : inUse(owner);
  };

  const letterOf = async (
    mail: DueMail,
    { kind, userId, email = '' }: QueuedMail,
  ): Promise<Letter | undefined> => {
    const user = userId === undefined ? undefined : await ports.users.userById(userId);
    switch (kind) {
      case 'registered':
        return ofRegistration(mail, user);
      case 'email-change-asked':
        return ofNewAddress(mail, user, email);
      case 'reset-asked': {
        const owner = await ports.users.confirmedByEmail(emailKey(email));
        return owner && withLink(mail, 'reset', owner, owner.email);
      }
      case 'email-changed':
        return user && { to: email, locale: user.locale, matter: { says: kind } };
      default:
        // To an address that nobody confirmed goes what confirms it, and nothing else.
        return user?.emailConfirmed
          ? { to: user.email, locale: user.locale, matter: { says: kind } }
          : undefined;
    }
  };

  /** What anybody can have sent is bounded by the mailbox; a notice to the owner is not. */
  const isEnough = async (mail: DueMail, { to, matter }: Letter): Promise<boolean> => {
    const asked = 'token' in matter || matter.says === 'address-in-use';
    if (!asked || mail.attempt > 1) return false;
    const isOwners = matter.says === 'reset' || matter.says === 'address-in-use';
    return ports.attempts.admit([mailboxLimit(isOwners ? 'confirmed' : 'unconfirmed', to)], ports.now()).then(
      () => false,
      (error: unknown) => {
        if (error instanceof TooManyAttempts) return true;
        throw error;
      },
    );
  };

  return async (mail: DueMail): Promise<void> => {
    const queued = await ports.mails.find(mail.id);
    if (!queued) return;
    const letter = await letterOf(mail, queued);
    if (!letter || (await isEnough(mail, letter))) {
      await ports.mails.settle(mail.id);
      return ports.onLeftOut(mail, letter ? 'enough for this mailbox' : 'nobody to write to');
    }
    const messageId = `<${mail.id}@identity.quayside>`;
    try {
      await ports.deliver({ ...ports.write(letter.matter, letter.locale), to: letter.to, messageId });
    } catch (cause) {
      const refused = cause instanceof MailNotTaken && cause.refused;
      if (!isGivenUp({ attempt: mail.attempt, refused })) throw cause;
      await ports.mails.settle(mail.id);
      return ports.onGivenUp(mail, cause);
    }
    await ports.mails.settle(mail.id);
    if (letter.link) ports.onLinkMade(letter.link.userId, letter.link.purpose);
    ports.onSent(mail);
  };
};
