import { ProblemError, routeNotFound } from '@quayside/http';
import type { RequestHandler } from 'express';

const methods = 'GET, HEAD, POST, PUT, DELETE, OPTIONS';
const allowed = new Set(methods.split(', '));
const dotSegment = /(^|[/\\])(\.|%2e){1,2}([/\\;]|%2f|%5c|$)/i;

const malformedPath = { status: 400, code: 'malformed-request', title: 'The path is not valid' };

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/**
 * Takes only requests that mean the same to everybody: a path with dot segments is routed here as it is written and
 * elsewhere as it resolves, one in absolute form (`GET http://…`, or `OPTIONS *`) elsewhere by all of it, one that
 * begins with two slashes as another host, one with a broken percent-encoding by nobody, and a method like TRACE is nothing the shop has.
 */
export const requirePlainRequest: RequestHandler = (req, _res, next) => {
  if (!allowed.has(req.method)) {
    throw new ProblemError({
      status: 405,
      code: 'method-not-allowed',
      title: `Only ${methods} here`,
      headers: { allow: methods },
    });
  }
  if (!/^\/(?!\/)/.test(req.url) || dotSegment.test(req.path)) throw new ProblemError(routeNotFound);
  if (!isDecodable(req.path)) throw new ProblemError(malformedPath);
  next();
};
