import type { Logger } from '@quayside/runtime';
import type { RequestHandler } from 'express';
import type { Identify } from './identify.ts';
import { isUse } from './is-use.ts';

/** Pages are the storefront's, which asks who it is by a call of its own: that somebody opens one is seen here. */
export const noteUse =
  (identify: Pick<Identify, 'session'>, logger: Logger): RequestHandler =>
  async (req, _res, next) => {
    if (isUse(req)) {
      await identify.session(req).catch((error: unknown) => {
        logger.debug({ err: error }, 'whose page it is could not be looked up');
      });
    }
    next();
  };
