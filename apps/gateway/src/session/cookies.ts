import type { IncomingMessage, ServerResponse } from 'node:http';

/** `__Host-`: secure, bound to this host, path `/` (RFC 6265bis, section 4.1.3.2). Browsers take localhost as secure. */
export const sessionCookie = '__Host-quayside-session';
export const signInCookie = '__Host-quayside-sign-in';

/** The value of one cookie of a request. */
export const readCookie = (req: IncomingMessage, name: string): string | undefined => {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
};

/** @param maxAgeSeconds 0 deletes the cookie. */
export const setCookie = (res: ServerResponse, name: string, value: string, maxAgeSeconds: number): void => {
  res.appendHeader(
    'set-cookie',
    `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`,
  );
};

const sessionMaxAge = 30 * 24 * 3600;

export const setSessionCookie = (res: ServerResponse, id: string): void =>
  setCookie(res, sessionCookie, id, sessionMaxAge);

export const clearSessionCookie = (res: ServerResponse): void => setCookie(res, sessionCookie, '', 0);
