import { addressKey, clientAddress } from '@quayside/http';
import type { SecurityLog } from '@quayside/runtime';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { isEmail } from '@quayside/contracts/email';
import {
  EmailTaken,
  LinkUsedUp,
  PasswordChecksBusy,
  PasswordNotSet,
  PasswordRefused,
  TooManyAttempts,
  WrongCredentials,
} from '../../domain/errors.ts';
import type { RecoverAccount } from '../../usecases/recover-account.ts';
import type { KnownDevices } from '../known-device.ts';
import { noteRefused } from '../note-refused.ts';
import { addressTakenPage, confirmedPage, confirmPage, linkUsedUpPage } from '../pages/confirm-pages.ts';
import { malformedPage } from '../pages/plain-pages.ts';
import { askForResetPage, newPasswordPage, passwordSetPage, resetAskedPage } from '../pages/reset-pages.ts';
import { busyText, waitText } from '../pages/wait-text.ts';
import { endSessionsOf } from './end-sessions-of.ts';
import { pageFacts } from '../page-facts.ts';
import { say } from '../language/say.ts';

export interface AccountRouterOptions {
  readonly recover: RecoverAccount;
  readonly devices: KnownDevices;
  readonly security: SecurityLog;
  readonly ownPagesOnly: (req: Request, res: Response, next: NextFunction) => void;
}

type Handler = (req: Request, res: Response) => Promise<void>;

const email = z.string().trim().max(254).refine(isEmail);
const forms = {
  ask: z.strictObject({ email }),
  reset: z.strictObject({ token: z.string().max(200), password: z.string().max(512) }),
  confirm: z.strictObject({ token: z.string().max(200), password: z.string().max(512) }),
};
const tokenOf = (req: Request): string => (typeof req.query['token'] === 'string' ? req.query['token'] : '');

const noticeOf = (error: unknown): { status: number; notice: string; retryAfter?: number } => {
  if (error instanceof WrongCredentials)
    return { status: 401, notice: say('That is not the password of this account.') };
  if (error instanceof PasswordNotSet)
    return {
      status: 422,
      notice: say(
        'This account has no password yet. Sign in to it in this browser, then follow the link again.',
      ),
    };
  if (error instanceof TooManyAttempts) {
    const { retryAfterSeconds } = error;
    return {
      status: 429,
      notice: say('That was tried too often. Please wait {wait}.', { wait: waitText(retryAfterSeconds) }),
      retryAfter: retryAfterSeconds,
    };
  }
  if (error instanceof PasswordChecksBusy) return { status: 503, notice: busyText(), retryAfter: 2 };
  throw error;
};

const sendNotice = (res: Response, error: unknown, page: (notice: string) => string): void => {
  const { status, notice, retryAfter } = noticeOf(error);
  if (retryAfter !== undefined) res.set('retry-after', String(retryAfter));
  res.status(status).send(page(notice));
};

/** A link that has done its work leads to a page that says so, whatever was sent to it. */
const whileItWorks =
  (handler: Handler): Handler =>
  async (req, res) => {
    try {
      await handler(req, res);
    } catch (error) {
      if (error instanceof EmailTaken) res.status(409).send(addressTakenPage());
      else if (error instanceof LinkUsedUp) res.status(410).send(linkUsedUpPage());
      else throw error;
    }
  };

/** What links in mails lead to, below `/identity`: a new password, a confirmed address. */
export const createAccountRouter = ({
  recover,
  devices,
  ownPagesOnly,
  security,
}: AccountRouterOptions): Router => {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 });
  const malformed = (res: Response) => {
    res.status(400).send(malformedPage());
  };

  const askForReset: Handler = async (req, res) => {
    const read = forms.ask.safeParse(req.body);
    const typed = z.object({ email: z.string() }).safeParse(req.body).data?.email.slice(0, 254) ?? '';
    if (!read.success) {
      const fault = 'Enter an e-mail address like name@example.com.';
      res.status(422).send(askForResetPage({ email: typed, fault }));
      return;
    }
    try {
      await recover
        .askForReset(read.data.email, addressKey(clientAddress(req)))
        .catch(noteRefused(security, req, 'other'));
      security.note('authn_token_created', { ...pageFacts(req), reason: 'reset-asked' });
      res.send(resetAskedPage(read.data.email));
    } catch (error) {
      sendNotice(res, error, (notice) => askForResetPage({ email: typed, notice }));
    }
  };

  const setPassword: Handler = async (req, res) => {
    const read = forms.reset.safeParse(req.body);
    if (!read.success) return malformed(res);
    const { token, password } = read.data;
    const refused = noteRefused(security, req, 'change-of-password');
    const { email: owner } = await recover.linkToReset(token).catch(refused);
    try {
      const userId = await recover.reset(token, password, addressKey(clientAddress(req))).catch(refused);
      security.note('authn_password_change', { ...pageFacts(req), userId, reason: 'reset' });
      devices.remember(req, res, userId);
      endSessionsOf(res, userId);
      res.send(passwordSetPage());
    } catch (error) {
      if (error instanceof LinkUsedUp) throw error;
      const page = { token, email: owner };
      if (error instanceof PasswordRefused)
        res.status(422).send(newPasswordPage({ ...page, fault: error.reason }));
      else sendNotice(res, error, (notice) => newPasswordPage({ ...page, notice }));
    }
  };

  const confirm: Handler = async (req, res) => {
    const read = forms.confirm.safeParse(req.body);
    if (!read.success) return malformed(res);
    const { token, password } = read.data;
    const refused = noteRefused(security, req, 'sign-in');
    const { userId, email: address } = await recover.linkToConfirm(token).catch(refused);
    const isKnown = devices.of(req)(userId) !== undefined;
    try {
      const { purpose } = await recover.confirm(token, { knownDevice: isKnown, password }).catch(refused);
      const reason = purpose === 'change-email' ? 'email-changed' : 'email-confirmed';
      security.note('user_updated', { ...pageFacts(req), userId, reason });
      devices.remember(req, res, userId);
      const signedOut = purpose === 'change-email';
      if (signedOut) endSessionsOf(res, userId);
      res.send(confirmedPage({ email: address, signedOut }));
    } catch (error) {
      if (error instanceof LinkUsedUp || error instanceof EmailTaken) throw error;
      sendNotice(res, error, (notice) => confirmPage({ token, email: address, isKnown, notice }));
    }
  };

  router.get('/reset', (_req, res) => void res.send(askForResetPage({ email: '' })));
  router.post('/reset', ownPagesOnly, form, askForReset);
  router.get(
    '/reset/new',
    whileItWorks(async (req, res) => {
      const { email: owner } = await recover.linkToReset(tokenOf(req));
      res.send(newPasswordPage({ token: tokenOf(req), email: owner }));
    }),
  );
  router.post('/reset/new', ownPagesOnly, form, whileItWorks(setPassword));
  router.get(
    '/confirm',
    whileItWorks(async (req, res) => {
      const { userId, email: address } = await recover.linkToConfirm(tokenOf(req));
      const isKnown = devices.of(req)(userId) !== undefined;
      res.send(confirmPage({ token: tokenOf(req), email: address, isKnown }));
    }),
  );
  router.post('/confirm', ownPagesOnly, form, whileItWorks(confirm));
  return router;
};
