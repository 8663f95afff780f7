import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { readCookie } from './read-cookie.ts';

const cookieName = '__Host-quayside-outside';
/** As the version before called it; one that set out by it comes back within the hour. */
const formerName = '__Secure-quayside-outside';
const maxAgeMs = 60 * 60_000;

/** What tells the browser that set out for another provider; each tab has a state of its own beside it. */
export const outsideBrowserOf = (req: Request): string | undefined => {
  const value = readCookie(req, cookieName, formerName);
  return /^[\w-]{43}$/.test(value ?? '') ? value : undefined;
};

/** The same, made where there is none. */
export const keepOutsideBrowser = (req: Request, res: Response): string => {
  const browser = outsideBrowserOf(req) ?? randomBytes(32).toString('base64url');
  res.cookie(cookieName, browser, {
    ...{ httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: maxAgeMs },
  });
  return browser;
};
