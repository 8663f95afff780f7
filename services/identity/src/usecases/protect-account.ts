import type { QueuedMail } from '../domain/account-mail.ts';
import { isEmail } from '@quayside/contracts/email';
import { EmailMalformed, PasswordRefused } from '../domain/errors.ts';
import { askForMailLimit } from '../domain/mail-limits.ts';
import { passwordFault, type Guessable } from '../domain/password-rules.ts';
import type { ProvePassword } from './prove-password.ts';
import type { RegisterUserPorts } from './register-user.ts';
import { namingOwner, type AttemptLimits } from './sign-in.ts';

export interface ProtectAccountPorts {
  readonly changePassword: (userId: string, passwordHash: string) => Promise<void>;
  readonly queueMail: (mail: QueuedMail) => Promise<void>;
  readonly hashPassword: RegisterUserPorts['hashPassword'];
  readonly guessable: Guessable;
  readonly provePassword: ProvePassword;
  readonly attempts: AttemptLimits;
  readonly now: () => Date;
}

/** What somebody who is signed in changes of how they sign in; each asks for the password once more. */
export const createProtectAccount = (ports: ProtectAccountPorts) => ({
  /** Rejects with PasswordRefused, and with what a password is refused by. */
  changePassword: async (userId: string, password: string, next: string): Promise<void> => {
    const owner = await ports.provePassword(userId, password);
    const fault = passwordFault(next, owner, ports.guessable);
    if (fault) throw new PasswordRefused(fault);
    await ports.changePassword(userId, await ports.hashPassword(next, { from: userId, account: userId }));
  },

  askForEmailChange: async (userId: string, password: string, email: string): Promise<void> => {
    if (!isEmail(email)) throw new EmailMalformed();
    await ports.provePassword(userId, password);
    await ports.attempts.admit([askForMailLimit(userId)], ports.now()).catch(namingOwner(userId));
    await ports.queueMail({ kind: 'email-change-asked', userId, email });
  },

  askForConfirmation: async (userId: string): Promise<void> => {
    await ports.attempts.admit([askForMailLimit(userId)], ports.now()).catch(namingOwner(userId));
    await ports.queueMail({ kind: 'registered', userId });
  },
});
export type ProtectAccount = ReturnType<typeof createProtectAccount>;
