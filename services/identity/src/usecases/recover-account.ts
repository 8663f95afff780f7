import type { QueuedMail } from '../domain/account-mail.ts';
import { LinkUsedUp, PasswordRefused } from '../domain/errors.ts';
import { askForMailLimit } from '../domain/mail-limits.ts';
import type { LinkPurpose, OneTimeLink } from '../domain/one-time-link.ts';
import { passwordFault, type Guessable } from '../domain/password-rules.ts';
import type { OwnCredentials, ProvePassword } from './prove-password.ts';
import type { RegisterUserPorts } from './register-user.ts';
import type { AttemptLimits } from './sign-in.ts';

export interface RecoverAccountPorts {
  readonly links: {
    idOf(token: string, purposes: readonly LinkPurpose[]): string | undefined;
    find(id: string, now: Date): Promise<OneTimeLink | undefined>;
  };
  readonly credentials: {
    credentialsOfUser(id: string): Promise<OwnCredentials | undefined>;
    confirmEmail(linkId: string): Promise<string>;
    resetPassword(linkId: string, passwordHash: string): Promise<string>;
  };
  readonly queueMail: (mail: QueuedMail) => Promise<void>;
  readonly hashPassword: RegisterUserPorts['hashPassword'];
  readonly guessable: Guessable;
  readonly provePassword: ProvePassword;
  readonly attempts: AttemptLimits;
  readonly now: () => Date;
}

/** What the links in mails lead to, and how one gets such a mail. */
export const createRecoverAccount = (ports: RecoverAccountPorts) => {
  const { links, credentials, now } = ports;

  /** Rejects with LinkUsedUp. */
  const linkOf = async (token: string, purposes: readonly LinkPurpose[]): Promise<OneTimeLink> => {
    const id = links.idOf(token, purposes);
    const link = id === undefined ? undefined : await links.find(id, now());
    if (!link) throw new LinkUsedUp();
    return link;
  };

  return {
    /** The same for every address, known or not. Rejects with TooManyAttempts. */
    askForReset: async (email: string, address: string): Promise<void> => {
      await ports.attempts.admit([askForMailLimit(address)], now());
      await ports.queueMail({ kind: 'reset-asked', email });
    },

    linkToReset: (token: string) => linkOf(token, ['reset']),
    linkToConfirm: (token: string) => linkOf(token, ['confirm', 'change-email']),

    /** Resolves to the user's id. Rejects with LinkUsedUp and PasswordRefused, after which the link still works. */
    reset: async (token: string, password: string, address: string): Promise<string> => {
      const link = await linkOf(token, ['reset']);
      const owner = await credentials.credentialsOfUser(link.userId);
      if (!owner) throw new LinkUsedUp();
      const fault = passwordFault(password, owner, ports.guessable);
      if (fault) throw new PasswordRefused(fault);
      const hash = await ports.hashPassword(password, { from: address, account: owner.userId });
      return credentials.resetPassword(link.id, hash);
    },

    /**
     * Whoever made an account confirms its address: known by the device, or by the password. The mail alone is not
     * enough, or somebody could be brought to confirm an account that another made with their address.
     */
    confirm: async (
      token: string,
      proof: { knownDevice: boolean; password: string },
    ): Promise<OneTimeLink> => {
      const link = await linkOf(token, ['confirm', 'change-email']);
      if (!proof.knownDevice) await ports.provePassword(link.userId, proof.password);
      await credentials.confirmEmail(link.id);
      return link;
    },
  };
};
export type RecoverAccount = ReturnType<typeof createRecoverAccount>;
