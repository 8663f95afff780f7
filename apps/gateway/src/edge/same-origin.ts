import { ProblemError } from '@quayside/http';
import type { RequestHandler } from 'express';
import { keyTokenOf } from './key-tokens.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const refuse = (code: string, title: string) => new ProblemError({ status: 403, code, title });

/**
 * Takes a state-changing call only from our own pages: the header `X-CSRF: 1`, which no form can send and no
 * other origin may, and `Sec-Fetch-Site: same-origin`. Clients that are not browsers send neither `Sec-Fetch-Site`
 * nor `Origin`; a browser old enough to lack the first still sends the second.
 */
export const requireSameOrigin =
  (publicOrigin: string): RequestHandler =>
  (req, _res, next) => {
    // What a browser sends by itself is a cookie, and never the token of a key.
    if (safeMethods.has(req.method) || keyTokenOf(req)) return next();
    const site = req.headers['sec-fetch-site'];
    const { origin } = req.headers;
    if (site === undefined ? origin !== undefined && origin !== publicOrigin : site !== 'same-origin') {
      throw refuse('cross-site-request', 'This call may only come from our own pages');
    }
    if (req.headers['x-csrf'] !== '1') throw refuse('csrf-header-missing', 'Send the header X-CSRF: 1');
    return next();
  };
