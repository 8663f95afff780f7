import type { RequestHandler } from 'express';
import type { ServiceRoute } from './route-table.ts';

/** Passes on what was found to be a route of a service, by `forwardOf` it. */
export const proxyServices = (
  routes: readonly ServiceRoute[],
  forwardOf: (route: ServiceRoute) => RequestHandler,
): RequestHandler => {
  const forwards = new Map<unknown, RequestHandler>(routes.map((route) => [route, forwardOf(route)]));
  return (req, res, next) => {
    const forward = forwards.get(res.locals.route);
    return forward ? forward(req, res, next) : next();
  };
};
