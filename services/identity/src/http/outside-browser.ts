import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

const cookieName = '__Secure-quayside-outside';
const maxAgeMs = 60 * 60_000;

/** What tells the browser that set out for another provider; each tab has a state of its own beside it. */
export const outsideBrowserOf = (req: Request): string | undefined => {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
  return /^[\w-]{43}$/.test(value ?? '') ? value : undefined;
};

/** The same, made where there is none. The path is that of the pages and of where providers send browsers back to. */
export const keepOutsideBrowser = (req: Request, res: Response): string => {
  const browser = outsideBrowserOf(req) ?? randomBytes(32).toString('base64url');
  res.cookie(cookieName, browser, {
    ...{ httpOnly: true, secure: true, sameSite: 'lax', path: '/identity', maxAge: maxAgeMs },
  });
  return browser;
};
