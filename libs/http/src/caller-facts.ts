import type { IncomingMessage } from 'node:http';
import type { SecurityFacts } from '@quayside/runtime';
import { clientAddress } from './client-address.ts';

const callers = new WeakMap<IncomingMessage, string>();

/** Notes whose verified token or session came with a request. */
export const noteCaller = (req: IncomingMessage, userId: string): void => void callers.set(req, userId);

/**
 * Who calls and from where, for a line of the security log: the address as the gateway says it, and the account if its
 * token was verified.
 */
export const callerFacts = (req: IncomingMessage): SecurityFacts => ({
  userId: callers.get(req),
  address: clientAddress(req),
  userAgent: req.headers['user-agent'],
  method: req.method,
  path: (req as { originalUrl?: string }).originalUrl?.split('?')[0] ?? req.url?.split('?')[0],
});
