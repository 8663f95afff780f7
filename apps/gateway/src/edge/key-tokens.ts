import type { IncomingMessage } from 'node:http';
import { keyAudience } from '@quayside/contracts';
import { noteCaller, type TokenVerifier } from '@quayside/http';
import { decodeJwt } from 'jose';
import type { RequestHandler } from 'express';

const tokens = new WeakMap<IncomingMessage, string>();

/** The verified token of an API key that a request came with. */
export const keyTokenOf = (req: IncomingMessage): string | undefined => tokens.get(req);

/** Whether it says that it is one of an API key: anything else that comes from outside is not looked at. */
const isOfKey = (token: string): boolean => {
  try {
    return decodeJwt(token).aud === keyAudience;
  } catch {
    return false;
  }
};

/**
 * The one thing that is taken from `Authorization` of a call from outside: a token that an API key got. Whoever has one
 * is that key and nobody else: their cookies are left out. To be asked before the header is stripped.
 */
export const takeKeyTokens =
  (verifier: TokenVerifier): RequestHandler =>
  async (req, _res, next) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(req.headers.authorization ?? '')?.[1];
    if (!token || !req.path.startsWith('/api/') || !isOfKey(token)) return next();
    const { id } = await verifier.verify(token);
    tokens.set(req, token);
    noteCaller(req, id);
    delete req.headers.cookie;
    next();
  };

const keyIdForm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Whether a request for a token shows an API key, which Identity is to see. Our own clients are not let ask from outside,
 * whatever secret they show.
 */
export const isAskedByKey = ({ method, url, headers }: IncomingMessage): boolean => {
  if (method !== 'POST' || url !== '/identity/token') return false;
  const credentials = /^Basic ([\w+/]+=*)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  const [id = ''] = Buffer.from(credentials, 'base64').toString().split(':');
  return keyIdForm.test(id);
};
