import { methodNotAllowed, ProblemError } from '@quayside/http';
import type { RequestHandler } from 'express';
import type { ServiceRoute } from './route-table.ts';
import { createRouteTree } from './route-tree.ts';

/** Passes on what is a route of a service, by `forwardOf` it; a method that the route does not have is 405. */
export const proxyServices = (
  routes: readonly ServiceRoute[],
  forwardOf: (route: ServiceRoute) => RequestHandler,
): RequestHandler => {
  const lookUp = createRouteTree(routes.map((route) => ({ ...route, forward: forwardOf(route) })));
  return (req, res, next) => {
    const methods = lookUp(req.path);
    if (!methods) return next();
    const route = methods.get(req.method === 'HEAD' ? 'GET' : req.method);
    if (!route) throw new ProblemError(methodNotAllowed([...methods.keys()]));
    return route.forward(req, res, next);
  };
};
