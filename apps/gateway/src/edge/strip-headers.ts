import type { RequestHandler } from 'express';

const neverFromOutside =
  /^(authorization|forwarded|x-forwarded-.*|x-real-ip|x-user-.*|x-correlation-id|expect)$/;

/**
 * Takes away what only we may say to a service, and `Expect`, which Node has answered. Cookies are handled per route:
 * see the route table.
 */
export const stripHeaders: RequestHandler = (req, _res, next) => {
  for (const name of Object.keys(req.headers)) {
    if (neverFromOutside.test(name)) delete req.headers[name];
  }
  next();
};
