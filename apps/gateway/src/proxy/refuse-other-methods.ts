import { methodNotAllowed, ProblemError } from '@quayside/http';
import type { RequestHandler } from 'express';
import { createRouteTree } from './route-tree.ts';

/** Answers 405 for a method that a known path does not have, before anything is asked of who calls. */
export const refuseOtherMethods = (
  routes: readonly { readonly method: string; readonly path: string }[],
): RequestHandler => {
  const lookUp = createRouteTree(routes);
  return (req, _res, next) => {
    const methods = lookUp(req.path);
    if (methods && !methods.has(req.method === 'HEAD' ? 'GET' : req.method)) {
      throw new ProblemError(methodNotAllowed([...methods.keys()]));
    }
    next();
  };
};
