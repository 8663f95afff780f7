import { AccountDisabled, PasswordChecksBusy, WrongCredentials } from '../domain/errors.ts';
import { emailKey } from '../domain/email-address.ts';
import { signInLimits, type Limit } from '../domain/sign-in-limits.ts';

export interface Credentials {
  readonly userId: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
}

/** What counts attempts to prove who one is. */
export interface AttemptLimits {
  /** Rejects with TooManyAttempts, and has then counted nothing. */
  admit(limits: readonly Limit[], now: Date): Promise<void>;
  forget(limits: readonly Limit[]): Promise<void>;
  takeBack(limits: readonly Limit[]): Promise<void>;
}

export interface SignInPorts {
  readonly credentialsOf: (emailKey: string) => Promise<Credentials | undefined>;
  /** Takes as long where there is nothing to verify against, so that an unknown e-mail takes as long as a known one. */
  readonly verifyPassword: (
    passwordHashes: readonly (string | undefined)[],
    password: string,
    waiter: { from: string; account: string },
  ) => Promise<string | undefined>;
  readonly attempts: AttemptLimits;
  readonly now: () => Date;
}

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** The network address, as it is counted. */
  readonly address: string;
  /** The name of the device, if it is one that the account was signed in on. */
  readonly knownDevice: (userId: string) => string | undefined;
}

/** Resolves to the user's id. */
export const createSignIn =
  ({ credentialsOf, verifyPassword, attempts, now }: SignInPorts) =>
  async ({ email, password, address, knownDevice: deviceOf }: SignInRequest): Promise<string> => {
    const account = emailKey(email);
    const credentials = await credentialsOf(account);
    const knownDevice = credentials && deviceOf(credentials.userId);
    const limits = signInLimits({ account, address, knownDevice });
    await attempts.admit(limits, now());
    const waiter = { from: knownDevice ?? address, account: knownDevice ?? account };
    const verified = await verifyPassword([credentials?.passwordHash], password, waiter).catch(
      async (error: unknown) => {
        // A password that was not even looked at counts as no failure.
        if (error instanceof PasswordChecksBusy) await attempts.takeBack(limits);
        throw error;
      },
    );
    if (!credentials || verified === undefined) throw new WrongCredentials();
    await attempts.forget(limits.filter(({ onSuccess }) => onSuccess === 'forget'));
    await attempts.takeBack(limits.filter(({ onSuccess }) => onSuccess === 'take back'));
    if (credentials.isDisabled) throw new AccountDisabled();
    return credentials.userId;
  };
export type SignIn = ReturnType<typeof createSignIn>;
