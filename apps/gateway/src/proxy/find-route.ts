import { methodNotAllowed, ProblemError } from '@quayside/http';
import type { RequestHandler } from 'express';
import { createRouteTree } from './route-tree.ts';

interface KnownRoute {
  readonly method: string;
  readonly path: string;
  readonly isForStaff: boolean;
}

declare global {
  namespace Express {
    interface Locals {
      /** What the request asks for by path and method, as far as the gateway has a route for it. */
      route?: KnownRoute;
    }
  }
}

/**
 * Looks up what a request asks for, once for all who come after. A method that a known path does not have is answered by
 * 405, before anything is asked of who calls.
 */
export const findRoute = (routes: readonly KnownRoute[]): RequestHandler => {
  const lookUp = createRouteTree(routes);
  return (req, res, next) => {
    const methods = lookUp(req.path);
    const route = methods?.get(req.method === 'HEAD' ? 'GET' : req.method);
    if (methods && !route) throw new ProblemError(methodNotAllowed([...methods.keys()]));
    if (route) res.locals.route = route;
    next();
  };
};
