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

/** The `cookie` header without our own two, for a target that has cookies of its own; undefined if none is left. */
export const foreignCookies = (req: IncomingMessage): string | undefined => {
  const others = (req.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair && ![sessionCookie, signInCookie].includes(pair.split('=')[0] ?? ''));
  return others.length > 0 ? others.join('; ') : undefined;
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
