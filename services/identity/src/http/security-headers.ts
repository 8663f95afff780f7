import type { NextFunction, Request, Response } from 'express';

/**
 * Nothing runs in these pages but the stylesheet, faces and scripts of our own. `form-action` also
 * governs where a submitted form is redirected to, so it names the public origin.
 */
export const securityHeaders = (publicOrigin: string) => {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    // Whether a form needs a proof of work.
    "connect-src 'self'",
    `form-action 'self' ${publicOrigin}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(';');
  return (_req: Request, res: Response, next: NextFunction): void => {
    res.set({
      'content-security-policy': policy,
      // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    next();
  };
};
