import { ProblemError, type Networks } from '@quayside/http';
import type { Request, RequestHandler } from 'express';
import { clientAddressOf } from './client-address.ts';

/** However it is encoded: the storefront decodes a path once. */
const isAdminPage = ({ path }: Request): boolean => /^\/admin(\/|$)/i.test(decodeURIComponent(path));

/**
 * Closes what is for staff, pages, calls and streams, to whoever comes from elsewhere than the networks of the staff; a read
 * that shows more to staff shows there what it shows to everybody. Without such networks nothing is closed.
 */
export const requireAdminNetwork =
  (networks: Networks | undefined): RequestHandler =>
  (req, res, next) => {
    if (!networks || networks.contain(clientAddressOf(req))) return next();
    const { route } = res.locals;
    if (route?.isForStaff || isAdminPage(req)) {
      throw new ProblemError({
        status: 403,
        code: 'outside-admin-networks',
        title: 'This is open from certain networks alone',
      });
    }
    res.locals.isOutsideAdminNetworks = true;
    next();
  };
