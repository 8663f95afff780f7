import express, { Router, type NextFunction, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import type { RegisterUser } from '../../usecases/register-user.ts';
import type { OutsideSignIn } from '../../usecases/outside-sign-in.ts';
import { withInteraction } from './interaction.ts';
import { asLink, beginOutside, showWelcome, submitOutsideRegister } from './outside.ts';
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
  readonly outside: OutsideSignIn;
  readonly register: RegisterUser;
  /** Refuses a form that no page of ours sent. */
  readonly ownPagesOnly: (req: Request, res: Response, next: NextFunction) => void;
}

/** The sign-in and registration pages, below `/identity/interaction`. */
export const createInteractionRouter = (options: InteractionOptions): Router => {
  const { providerOf, steps, outside, register, ownPagesOnly } = options;
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '8kb', parameterLimit: 20 });
  router.get('/:uid', withInteraction(providerOf, showFirstPage));
  router.get('/:uid/sign-in', withInteraction(providerOf, showSignIn(steps)));
  router.get('/:uid/register', withInteraction(providerOf, showRegister(steps.offered)));
  router.post('/:uid/sign-in', ownPagesOnly, form, withInteraction(providerOf, submitSignIn(steps)));
  router.post('/:uid/passkey', ownPagesOnly, form, withInteraction(providerOf, submitPasskey(steps)));
  router.post('/:uid/code', ownPagesOnly, form, withInteraction(providerOf, submitCode(steps)));
  router.post(
    '/:uid/register',
    ownPagesOnly,
    form,
    withInteraction(providerOf, submitRegister(register, steps)),
  );
  router.get('/:uid/outside/:provider/begin', withInteraction(providerOf, beginOutside(outside, steps)));
  router.get('/:uid/outside', withInteraction(providerOf, showWelcome(outside, steps)));
  router.post(
    '/:uid/outside/register',
    ...[ownPagesOnly, form, withInteraction(providerOf, submitOutsideRegister(outside, steps))],
  );
  const linking = asLink(outside, steps);
  router.get('/:uid/outside/sign-in', withInteraction(providerOf, linking(showSignIn(steps))));
  for (const [path, submit] of [
    ['sign-in', submitSignIn(steps)],
    ['passkey', submitPasskey(steps)],
    ['code', submitCode(steps)],
  ] as const)
    router.post(`/:uid/outside/${path}`, ownPagesOnly, form, withInteraction(providerOf, linking(submit)));
  return router;
};
