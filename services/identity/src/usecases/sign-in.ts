import { PasswordChecksBusy, TooManyAttempts, WrongCredentials } from '../domain/errors.ts';
import { admitAttempt, takeBackAttempt, type Admission, type Attempts } from '../domain/sign-in-throttle.ts';
import { emailKey } from '../domain/user.ts';

export interface SignInPorts {
  readonly credentialsOf: (emailKey: string) => Promise<{ userId: string; passwordHash: string } | undefined>;
  /** Verifies against a dummy hash where there is none, so that an unknown e-mail takes as long as a known one. */
  readonly verifyPassword: (passwordHash: string | undefined, password: string) => Promise<boolean>;
  readonly attempts: {
    update(key: readonly string[], decide: (before: Attempts | undefined) => Admission): Promise<Admission>;
    forget(key: readonly string[]): Promise<void>;
  };
  readonly now: () => Date;
}

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}

/** Resolves to the user's id. */
export const createSignIn =
  ({ credentialsOf, verifyPassword, attempts, now }: SignInPorts) =>
  async ({ email, password, address }: SignInRequest): Promise<string> => {
    const account = emailKey(email);
    const throttleKey = [account, address];
    const admission = await attempts.update(throttleKey, (before) => admitAttempt(before, now()));
    if (!admission.admitted) throw new TooManyAttempts(admission.retryAfterSeconds);
    const credentials = await credentialsOf(account);
    const verified = await verifyPassword(credentials?.passwordHash, password).catch(
      async (error: unknown) => {
        if (error instanceof PasswordChecksBusy)
          await attempts.update(throttleKey, (before) => takeBackAttempt(before, now()));
        throw error;
      },
    );
    if (!credentials || !verified) throw new WrongCredentials();
    await attempts.forget(throttleKey);
    return credentials.userId;
  };
export type SignIn = ReturnType<typeof createSignIn>;
