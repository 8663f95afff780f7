import type { IncomingMessage } from 'node:http';
import type { SecurityFacts } from '@quayside/runtime';
import { clientAddress } from './client-address.ts';

const callers = new WeakMap<IncomingMessage, { id: string; until?: number | undefined }>();

/**
 * Notes whose verified token or session came with a request.
 *
 * @param until when the token ends, in milliseconds since the epoch
 */
export const noteCaller = (req: IncomingMessage, id: string, until?: number): void =>
  void callers.set(req, { id, until });

/** Who `noteCaller` noted, if anybody. */
export const callerOf = (req: IncomingMessage): string | undefined => callers.get(req)?.id;

/** Until when they are who they say. */
export const callerUntil = (req: IncomingMessage): number | undefined => callers.get(req)?.until;

/** In which the gateway tells what is behind it by what the security log refers to the visitor's session. */
export const sessionReferenceHeader = 'x-quayside-session';

const sessionReferenceOf = ({ headers }: IncomingMessage): string | undefined => {
  const reference = headers[sessionReferenceHeader];
  return typeof reference === 'string' && /^[\w-]{16}$/.test(reference) ? reference : undefined;
};

/**
 * Who calls and from where, for a line of the security log: the address as the gateway says it, and the account if its
 * token was verified.
 */
export const callerFacts = (req: IncomingMessage): SecurityFacts => ({
  userId: callerOf(req),
  address: clientAddress(req),
  session: sessionReferenceOf(req),
  userAgent: req.headers['user-agent'],
  method: req.method,
  path: (req as { originalUrl?: string }).originalUrl?.split('?')[0] ?? req.url?.split('?')[0],
});
