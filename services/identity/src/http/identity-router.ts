import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import { callerFacts, ProblemError } from '@quayside/http';
import type { Logger, SecurityLog } from '@quayside/runtime';
import { createFactorProofs } from './interactions/factor-proof.ts';
import { createInteractionRouter, type InteractionOptions } from './interactions/interaction-router.ts';
import { createOutsideRouter } from './outside-router.ts';
import { createKnownDevices } from './known-device.ts';
import { isSameOrigin } from './same-origin.ts';
import { createAccountRouter } from './account/account-router.ts';
import type { RecoverAccount } from '../usecases/recover-account.ts';
import type { OutsideSignIn } from '../usecases/outside-sign-in.ts';
import type { Passkeys } from '../usecases/passkeys.ts';
import type { SignIn } from '../usecases/sign-in.ts';
import { faultPage, unavailablePage } from './pages/plain-pages.ts';
import { assets } from './pages/stylesheet.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { securityHeaders } from './security-headers.ts';
import { chooseLanguage, say } from './language/say.ts';

export interface IdentityRouterOptions extends Pick<InteractionOptions, 'register'> {
  readonly publicOrigin: string;
  readonly recover: RecoverAccount;
  readonly signIn: SignIn;
  readonly secondFactor: {
    isOn(userId: string): Promise<boolean>;
    prove(userId: string, code: string): Promise<'app' | 'recovery-code'>;
  };
  readonly passkeys: Pick<Passkeys, 'ask' | 'signIn' | 'prove'>;
  readonly outside: OutsideSignIn;
  /** Keys that seal what only we may say, the newest first. */
  readonly accountKeys: readonly string[];
  readonly now: () => Date;
  /** Keys that sign cookies, the newest first. */
  readonly cookieKeys: readonly string[];
  readonly currentProvider: () => Provider | undefined;
  /** Whether an error means that the database is out of reach or busy. */
  readonly isAway: (error: unknown) => boolean;
  readonly security: SecurityLog;
  readonly logger: Logger;
}

const sendAsset = (req: Request, res: Response, next: NextFunction): void => {
  const asset = assets.get(String(req.params['name']));
  if (!asset) return next();
  res
    .set({ 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' })
    .send(asset.content);
};

/** PostgreSQL stores no NUL character, and no honest client sends one; a body's are met where it is read. */
const refuseNul = (req: Request, res: Response, next: NextFunction): void => {
  if (!req.originalUrl.includes('%00')) return next();
  const text = say('Please start again from the shop.');
  res.status(400).send(faultPage({ title: say('That did not work'), text, code: 'malformed-request' }));
};

const ownPagesOnlyAt =
  (publicOrigin: string, security: SecurityLog) =>
  (req: Request, res: Response, next: NextFunction): void => {
    if (isSameOrigin(req, publicOrigin)) return next();
    security.note('malicious_cors', { ...callerFacts(req), reason: 'cross-origin-form' });
    const text = say('This form was not sent from one of our pages.');
    res.status(403).send(faultPage({ title: say('That did not work'), text, code: 'cross-origin-form' }));
  };

const sendUnavailable = (res: Response): void => {
  res.status(503).set('retry-after', retryAfterSeconds).send(unavailablePage());
};

/** Everything below `/identity`: assets, pages, and the OpenID provider's own routes. */
export const createIdentityRouter = ({
  currentProvider,
  isAway,
  logger,
  publicOrigin,
  recover,
  register,
  signIn,
  secondFactor,
  cookieKeys,
  accountKeys,
  now,
  security,
  passkeys,
  outside,
}: IdentityRouterOptions): Router => {
  const router = Router();
  // A request stays with the provider it began with, also when the keys change under way.
  const takeProvider = (req: Request, res: Response, next: NextFunction): void => {
    const provider = currentProvider();
    if (!provider) {
      if (req.accepts(['json', 'html']) === 'html') return sendUnavailable(res);
      throw new ProblemError({
        status: 503,
        code: 'not-ready',
        title: 'Sign-in is not ready yet',
        headers: { 'retry-after': retryAfterSeconds },
      });
    }
    res.locals['provider'] = provider;
    next();
  };
  // Express knows an error handler by its four parameters.
  const answerUnavailable = (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    if (!isAway(error) || res.headersSent) return next(error);
    logger.warn({ err: error, path: req.path }, 'a sign-in page is without its database');
    sendUnavailable(res);
  };
  const providerOf = (res: Response): Provider => res.locals['provider'] as Provider;
  router.use((_req, res, next) => {
    res.locals.routePath = '/identity';
    next();
  });
  router.use(chooseLanguage);
  router.use(securityHeaders(publicOrigin));
  router.get('/assets/:name', sendAsset);
  router.use(refuseNul);
  router.use(takeProvider);
  const devices = createKnownDevices(cookieKeys);
  const ownPagesOnly = ownPagesOnlyAt(publicOrigin, security);
  router.use(createAccountRouter({ recover, devices, ownPagesOnly, security }), answerUnavailable);
  const proofs = createFactorProofs(accountKeys, now);
  const steps = {
    ...{ signIn, devices, security, passkeys, offered: outside.offered },
    factorIsOn: secondFactor.isOn,
    proveFactor: secondFactor.prove,
    proofs,
  };
  const outsideRoutes = createOutsideRouter({ publicOrigin, outside, providerOf, proofs, security });
  router.use('/outside', outsideRoutes, answerUnavailable);
  const interactions = createInteractionRouter({ providerOf, steps, outside, register, ownPagesOnly });
  router.use('/interaction', interactions, answerUnavailable);
  router.use((req, res) => providerOf(res).callback()(req, res));
  return router;
};
