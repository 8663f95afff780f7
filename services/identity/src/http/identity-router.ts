import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import { ProblemError } from '@quayside/http';
import { createInteractionRouter, type InteractionOptions } from './interactions/interaction-router.ts';
import { assets } from './pages/stylesheet.ts';
import { securityHeaders } from './security-headers.ts';

export interface IdentityRouterOptions extends Omit<InteractionOptions, 'providerOf'> {
  readonly currentProvider: () => Provider | undefined;
}

const sendAsset = (req: Request, res: Response, next: NextFunction): void => {
  const asset = assets.get(String(req.params['name']));
  if (!asset) return next();
  res
    .set({ 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' })
    .send(asset.text);
};

/** Everything below `/identity`: assets, pages, and the OpenID provider's own routes. */
export const createIdentityRouter = ({ currentProvider, ...options }: IdentityRouterOptions): Router => {
  const router = Router();
  // A request stays with the provider it began with, also when the keys change under way.
  const takeProvider = (_req: Request, res: Response, next: NextFunction): void => {
    const provider = currentProvider();
    if (!provider) {
      throw new ProblemError({
        status: 503,
        code: 'not-ready',
        title: 'Sign-in is not ready yet',
        headers: { 'retry-after': '1' },
      });
    }
    res.locals['provider'] = provider;
    next();
  };
  const providerOf = (res: Response): Provider => res.locals['provider'] as Provider;
  router.use((_req, res, next) => {
    res.locals.routePath = '/identity';
    next();
  });
  router.use(securityHeaders(options.publicOrigin));
  router.get('/assets/:name', sendAsset);
  router.use(takeProvider);
  router.use('/interaction', createInteractionRouter({ ...options, providerOf }));
  router.use((req, res) => providerOf(res).callback()(req, res));
  return router;
};
