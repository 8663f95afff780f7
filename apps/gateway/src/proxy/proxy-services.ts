import type { RequestHandler } from 'express';
import type { ServiceRoute } from './route-table.ts';
import { createRouteTree } from './route-tree.ts';

/** Passes on what is a route of a service, by `forwardOf` it. */
export const proxyServices = (
  routes: readonly ServiceRoute[],
  forwardOf: (route: ServiceRoute) => RequestHandler,
): RequestHandler => {
  const lookUp = createRouteTree(routes.map((route) => ({ ...route, forward: forwardOf(route) })));
  return (req, res, next) => {
    const route = lookUp(req.path)?.get(req.method === 'HEAD' ? 'GET' : req.method);
    return route ? route.forward(req, res, next) : next();
  };
};
