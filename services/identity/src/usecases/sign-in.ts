import { emailKey } from '@quayside/contracts/email';
import { AccountDisabled, PasswordChecksBusy, TooManyAttempts, WrongCredentials } from '../domain/errors.ts';
import { signInLimits, type Limit } from '../domain/sign-in-limits.ts';

export interface Credentials {
  readonly userId: string;
  readonly passwordHash: string;
  readonly isDisabled: boolean;
  readonly isConfirmed: boolean;
}

/** What counts attempts to prove who one is. */
export interface AttemptLimits {
  /** Rejects with TooManyAttempts, and has then counted nothing. */
  admit(limits: readonly Limit[], now: Date): Promise<void>;
  forget(limits: readonly Limit[]): Promise<void>;
  takeBack(limits: readonly Limit[]): Promise<void>;
}

export interface SignInPorts {
  /** The confirmed account of an address first, then others that were made with it, the newest first. */
  readonly credentialsOf: (emailKey: string) => Promise<readonly Credentials[]>;
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

/**
 * Which two accounts a password is tried on: the confirmed one, and of those that nobody confirmed the one that this
 * device knows, or the newest. Always two, so that the time tells nothing of how many there are.
 */
const candidatesOf = (found: readonly Credentials[], deviceOf: SignInRequest['knownDevice']) => {
  const unconfirmed = found.filter(({ isConfirmed }) => !isConfirmed);
  const own = unconfirmed.find(({ userId }) => deviceOf(userId) !== undefined) ?? unconfirmed[0];
  return [found.find(({ isConfirmed }) => isConfirmed), own] as const;
};

/** Says of a refusal whose account was tried. */
export const namingOwner =
  (owner: string | undefined) =>
  (error: unknown): never => {
    throw error instanceof TooManyAttempts ? new TooManyAttempts(error.retryAfterSeconds, owner) : error;
  };

/** Resolves to the user's id. */
export const createSignIn =
  ({ credentialsOf, verifyPassword, attempts, now }: SignInPorts) =>
  async ({ email, password, address, knownDevice: deviceOf }: SignInRequest): Promise<string> => {
    const account = emailKey(email);
    const candidates = candidatesOf(await credentialsOf(account), deviceOf);
    const [knownDevice] = candidates.flatMap((candidate) => (candidate && deviceOf(candidate.userId)) ?? []);
    const limits = signInLimits({ account, address, knownDevice });
    const owner = candidates.find((candidate) => candidate !== undefined)?.userId;
    await attempts.admit(limits, now()).catch(namingOwner(owner));
    const waiter = {
      from: knownDevice ?? address,
      account: knownDevice ?? account,
      isKnown: knownDevice !== undefined,
    };
    const hashes = candidates.map((candidate) => candidate?.passwordHash);
    const verified = await verifyPassword(hashes, password, waiter).catch(async (error: unknown) => {
      // A password that was not even looked at counts as no failure.
      if (error instanceof PasswordChecksBusy) await attempts.takeBack(limits);
      throw error;
    });
    const found = candidates.find((candidate) => candidate && candidate.passwordHash === verified);
    if (!found) throw new WrongCredentials(owner);
    await attempts.forget(limits.filter(({ onSuccess }) => onSuccess === 'forget'));
    await attempts.takeBack(limits.filter(({ onSuccess }) => onSuccess === 'take back'));
    if (found.isDisabled) throw new AccountDisabled(found.userId);
    return found.userId;
  };
export type SignIn = ReturnType<typeof createSignIn>;
