import express, { Router, type NextFunction, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import type { RegisterUser } from '../../usecases/register-user.ts';
import { withInteraction } from './interaction.ts';
import { showRegister, submitRegister } from './register.ts';
import {
  showFirstPage,
  showSignIn,
  submitCode,
  submitPasskey,
  submitSignIn,
  type SignInSteps,
} from './sign-in.ts';

export interface InteractionOptions {
  readonly providerOf: (res: Response) => Provider;
  readonly steps: SignInSteps;
  readonly register: RegisterUser;
  /** Refuses a form that no page of ours sent. */
  readonly ownPagesOnly: (req: Request, res: Response, next: NextFunction) => void;
}

/** The sign-in and registration pages, below `/identity/interaction`. */
export const createInteractionRouter = (options: InteractionOptions): Router => {
  const { providerOf, steps, register, ownPagesOnly } = options;
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 });
  router.get('/:uid', withInteraction(providerOf, showFirstPage));
  router.get('/:uid/sign-in', withInteraction(providerOf, showSignIn(steps)));
  router.get('/:uid/register', withInteraction(providerOf, showRegister));
  router.post('/:uid/sign-in', ownPagesOnly, form, withInteraction(providerOf, submitSignIn(steps)));
  router.post('/:uid/passkey', ownPagesOnly, form, withInteraction(providerOf, submitPasskey(steps)));
  router.post('/:uid/code', ownPagesOnly, form, withInteraction(providerOf, submitCode(steps)));
  router.post(
    '/:uid/register',
    ownPagesOnly,
    form,
    withInteraction(providerOf, submitRegister(register, steps.devices, steps.security)),
  );
  return router;
};
