import { addressKey, clientAddress } from '@quayside/http';
import {
  AccountDisabled,
  PasswordChecksBusy,
  TooManyAttempts,
  WrongCredentials,
} from '../../domain/errors.ts';
import type { SignIn } from '../../usecases/sign-in.ts';
import { faultPage } from '../pages/plain-pages.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import { signInForm } from './forms.ts';
import type { InteractionHandler } from './interaction.ts';
import type { KnownDevices } from './known-device.ts';

const waitText = (seconds: number): string => {
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
};

interface Refusal {
  readonly status: number;
  readonly notice: string;
  readonly retryAfter?: number;
}

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof WrongCredentials) {
    return {
      status: 401,
      notice: 'That e-mail address and password do not belong together. Check both and try again.',
    };
  }
  if (error instanceof AccountDisabled) {
    return {
      status: 403,
      notice: 'This account is disabled. Please write to us if you think it should not be.',
    };
  }
  if (error instanceof TooManyAttempts) {
    const wait = error.retryAfterSeconds;
    return {
      status: 429,
      notice: `That was tried too often. Please wait ${waitText(wait)}.`,
      retryAfter: wait,
    };
  }
  if (error instanceof PasswordChecksBusy) {
    return {
      status: 503,
      notice: 'Many people are signing in right now. Please try again in a moment.',
      retryAfter: 2,
    };
  }
  throw error;
};

/** Where an authorization request first lands. */
export const showFirstPage: InteractionHandler = async (_req, res, { at, wantsRegister }) => {
  res.redirect(303, wantsRegister ? `${at}/register` : `${at}/sign-in`);
};

export const showSignIn: InteractionHandler = async (_req, res, { at, loginHint }) => {
  res.send(signInPage({ at, email: loginHint }));
};

export const submitSignIn =
  (signIn: SignIn, devices: KnownDevices): InteractionHandler =>
  async (req, res, interaction) => {
    const form = signInForm.safeParse(req.body);
    if (!form.success) {
      const text = 'Please go back and try again.';
      res.status(400).send(faultPage({ title: 'We could not read that form', text, code: 'malformed-form' }));
      return;
    }
    try {
      const userId = await signIn({
        ...form.data,
        address: addressKey(clientAddress(req)),
        knownDevice: devices.of(req),
      });
      devices.remember(req, res, userId);
      await interaction.finish(userId);
    } catch (error) {
      const { status, notice, retryAfter } = refusalOf(error);
      if (retryAfter !== undefined) res.set('retry-after', String(retryAfter));
      res.status(status).send(signInPage({ at: interaction.at, email: form.data.email, notice }));
    }
  };
