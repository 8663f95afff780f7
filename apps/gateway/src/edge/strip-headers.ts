import type { RequestHandler } from 'express';
import { isAskedByKey } from './key-tokens.ts';

const neverFromOutside =
  /^(authorization|forwarded|x-forwarded-.*|x-real-ip|x-user-.*|x-quayside-session|x-correlation-id|expect|upgrade|http2-settings)$/;

/**
 * Takes away what only we may say to a service; `Expect`, which Node has answered; and the wish for another protocol,
 * which whoever does not have it ignores (RFC 9110, section 7.8). Cookies are handled per route: see the route table.
 */
export const stripHeaders: RequestHandler = (req, _res, next) => {
  for (const name of Object.keys(req.headers)) {
    if (name === 'authorization' && isAskedByKey(req)) continue;
    if (neverFromOutside.test(name)) delete req.headers[name];
  }
  if (/upgrade/i.test(req.headers.connection ?? '')) delete req.headers.connection;
  next();
};
