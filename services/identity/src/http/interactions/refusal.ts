import {
  AccountDisabled,
  OutsideLinkTaken,
  PasskeyRefused,
  PasswordChecksBusy,
  TooManyAttempts,
  TooManyOutsideLinks,
  WrongCode,
  WrongCredentials,
} from '../../domain/errors.ts';
import { busyText, waitText } from '../pages/wait-text.ts';
import { say } from '../language/say.ts';

interface Refusal {
  readonly status: number;
  readonly notice: string;
  readonly retryAfter?: number;
}

/** What somebody reads who did not get in. */
export const refusalOf = (error: unknown): Refusal => {
  if (error instanceof WrongCredentials) {
    return {
      status: 401,
      notice: say('That e-mail address and password do not belong together. Check both and try again.'),
    };
  }
  if (error instanceof WrongCode) {
    return {
      status: 401,
      notice: say('That code is not right, or not any more. Wait for the next one and try again.'),
    };
  }
  if (error instanceof PasskeyRefused) {
    return {
      status: 401,
      notice: say(
        'That passkey does not open an account here. Try once more, or sign in with your password.',
      ),
    };
  }
  if (error instanceof AccountDisabled) {
    return {
      status: 403,
      notice: say('This account is disabled. Please write to us if you think it should not be.'),
    };
  }
  if (error instanceof OutsideLinkTaken) {
    return { status: 409, notice: say('That sign-in opens another account already.') };
  }
  if (error instanceof TooManyOutsideLinks) {
    return { status: 409, notice: say('This account is opened by ten others already. Remove one first.') };
  }
  if (error instanceof TooManyAttempts) {
    const wait = error.retryAfterSeconds;
    return {
      status: 429,
      notice: say('That was tried too often. Please wait {wait}.', { wait: waitText(wait) }),
      retryAfter: wait,
    };
  }
  if (error instanceof PasswordChecksBusy) return { status: 503, notice: busyText(), retryAfter: 2 };
  throw error;
};
