import { apis, type RequestKind, type RouteDefinition } from '@quayside/contracts';
import { pathPattern } from '@quayside/http';
import type { RequestHandler } from 'express';
import type { Limits } from './limits.ts';

const assetPaths = Object.values(apis)
  .flatMap(({ routes }) => Object.values<RouteDefinition>(routes))
  .filter(({ costs }) => costs === 'asset')
  .map(({ path }) => pathPattern(path));

const isBelow = (path: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));

const kindOf = (path: string): RequestKind => {
  if (isBelow(path, ['/_next/static/', '/fonts/', '/identity/assets/'])) return 'asset';
  if (isBelow(path, ['/auth/', '/identity/'])) return 'call';
  if (!isBelow(path, ['/api/'])) return 'page';
  return assetPaths.some((asset) => asset.test(path)) ? 'asset' : 'call';
};

/** Counts every request, whatever becomes of it. */
export const countRequests =
  (limits: Limits): RequestHandler =>
  (req, _res, next) => {
    limits.countRequest(req, kindOf(req.path));
    next();
  };
