import { methodNotAllowed, ProblemError, routeNotFound } from '@quayside/http';
import type { RequestHandler } from 'express';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
const dotSegment = /(^|[/\\])(\.|%2e){1,2}([/\\;]|%2f|%5c|$)/i;

/**
 * Takes only requests that mean the same to everybody: a path with dot segments is routed here as it is written and
 * elsewhere as it resolves, one in absolute form (`GET http://…`, or `OPTIONS *`) elsewhere by all of it, one that
 * begins with two slashes as another host, and one with a broken percent-encoding by nobody. A method like TRACE is
 * nothing the shop has.
 *
 * @throws {URIError} for a broken percent-encoding, which the shell answers by 400
 */
export const requirePlainRequest: RequestHandler = (req, _res, next) => {
  if (!methods.includes(req.method)) throw new ProblemError(methodNotAllowed(methods));
  if (!/^\/(?!\/)/.test(req.url) || dotSegment.test(req.path)) throw new ProblemError(routeNotFound);
  decodeURIComponent(req.path);
  next();
};
