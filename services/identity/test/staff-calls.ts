import { demoPassword } from '../src/main/demo-users.ts';
import { signInAs } from './sign-in-as.ts';
import type { StartedIdentity } from './start-identity.ts';

interface Call {
  /** One of the demo accounts by its name before the `@`; anything else is sent as a token. */
  as?: string;
  ifMatch?: string;
  key?: string;
  body?: unknown;
}

/** Calls the service as one of the demo accounts, an admin where nothing else is said. */
export const staffCalls = async (started: StartedIdentity) => {
  const tokens = new Map<string, string>();
  for (const who of ['admin', 'support', 'merchandiser', 'shopper']) {
    const signedIn = await signInAs(started, `${who}@quayside.test`, demoPassword);
    tokens.set(who, signedIn.tokens['access_token'] ?? '');
  }
  const call = (method: string, path: string, { as = 'admin', ifMatch, key, body }: Call = {}) =>
    fetch(`${started.serviceUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens.get(as) ?? as}`,
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return { tokens, call };
};
