import express, { Router, type NextFunction, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import type { RegisterUser } from '../../usecases/register-user.ts';
import type { SignIn } from '../../usecases/sign-in.ts';
import { faultPage } from '../pages/plain-pages.ts';
import { withInteraction } from './interaction.ts';
import { createKnownDevices } from './known-device.ts';
import { showRegister, submitRegister } from './register.ts';
import { isSameOrigin } from './same-origin.ts';
import { showFirstPage, showSignIn, submitSignIn } from './sign-in.ts';

export interface InteractionOptions {
  readonly publicOrigin: string;
  readonly providerOf: (res: Response) => Provider;
  readonly signIn: SignIn;
  readonly register: RegisterUser;
  /** Keys that sign cookies, the newest first. */
  readonly cookieKeys: readonly string[];
}

/** The sign-in and registration pages, below `/identity/interaction`. */
export const createInteractionRouter = (options: InteractionOptions): Router => {
  const { providerOf } = options;
  const router = Router();
  const devices = createKnownDevices(options.cookieKeys);
  const form = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 });
  const ownPagesOnly = (req: Request, res: Response, next: NextFunction): void => {
    if (isSameOrigin(req, options.publicOrigin)) return next();
    const text = 'This form was not sent from one of our pages.';
    res.status(403).send(faultPage({ title: 'That did not work', text, code: 'cross-origin-form' }));
  };
  router.get('/:uid', withInteraction(providerOf, showFirstPage));
  router.get('/:uid/sign-in', withInteraction(providerOf, showSignIn));
  router.get('/:uid/register', withInteraction(providerOf, showRegister));
  router.post(
    '/:uid/sign-in',
    ownPagesOnly,
    form,
    withInteraction(providerOf, submitSignIn(options.signIn, devices)),
  );
  router.post(
    '/:uid/register',
    ownPagesOnly,
    form,
    withInteraction(providerOf, submitRegister(options.register, devices)),
  );
  return router;
};
