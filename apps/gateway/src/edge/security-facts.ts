import type { IncomingMessage } from 'node:http';
import { callerFacts } from '@quayside/http';
import { securityReference, type SecurityFacts } from '@quayside/runtime';
import { readCookie, sessionCookie } from '../session/cookies.ts';
import { clientAddressOf } from './client-address.ts';

/** Who calls, as the edge knows it: by the visitor's own address, and by the session that the browser sent. */
export const edgeFacts = (req: IncomingMessage): SecurityFacts => {
  const session = readCookie(req, sessionCookie);
  return {
    ...callerFacts(req),
    address: clientAddressOf(req),
    session: session && securityReference(session),
  };
};
