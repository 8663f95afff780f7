import { PasswordChecksBusy, PasswordNotSet, WrongCredentials } from '../domain/errors.ts';
import { proofLimit } from '../domain/mail-limits.ts';
import { namingOwner, type AttemptLimits, type SignInPorts } from './sign-in.ts';

export interface OwnCredentials {
  readonly userId: string;
  readonly passwordHash: string;
  /** Whether anybody knows a password of it. */
  readonly hasPassword: boolean;
  readonly isConfirmed: boolean;
  readonly email: string;
  readonly name: string;
}

export interface ProvePasswordPorts {
  readonly credentialsOfUser: (id: string) => Promise<OwnCredentials | undefined>;
  readonly verifyPassword: SignInPorts['verifyPassword'];
  readonly attempts: AttemptLimits;
  readonly now: () => Date;
}

/** Asks whoever is signed in for the password once more. Rejects with WrongCredentials, PasswordNotSet and TooManyAttempts. */
export const createProvePassword =
  ({ credentialsOfUser, verifyPassword, attempts, now }: ProvePasswordPorts) =>
  async (userId: string, password: string): Promise<OwnCredentials> => {
    const limits = [proofLimit('password', userId)];
    await attempts.admit(limits, now()).catch(namingOwner(userId));
    const known = await credentialsOfUser(userId);
    if (known?.hasPassword === false) throw new PasswordNotSet();
    const waiter = { from: userId, account: userId };
    const verified = await verifyPassword([known?.passwordHash], password, waiter).catch(
      async (error: unknown) => {
        if (error instanceof PasswordChecksBusy) await attempts.takeBack(limits);
        throw error;
      },
    );
    if (!known || verified === undefined) throw new WrongCredentials(userId);
    await attempts.forget(limits);
    return known;
  };
export type ProvePassword = ReturnType<typeof createProvePassword>;
