import { basicCredentials } from '@quayside/http';
import { claimsOf, signInAs } from './sign-in-as.ts';
import type { StartedIdentity } from './start-identity.ts';

/** Somebody with an account, and the gateway that calls for them. */
export const accountHolder = (identity: () => StartedIdentity, password: string) => ({
  call: async (method: string, id: string, path: string, body?: object) => {
    const { serviceUrl, config } = identity();
    const { authorization } = basicCredentials('quayside-gateway', config.GATEWAY_CLIENT_SECRET);
    const answer = await fetch(`${serviceUrl}/internal/v1/users/${id}/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
  },
  /** Registers, and tells the id. */
  register: async (email: string): Promise<string> => {
    const started = identity();
    const browser = started.browser();
    const page = await browser.get(started.client.authorize({ screen_hint: 'register' }).url);
    await browser.submit(page.url.href, { name: 'Maren Lind', email, password });
    const { tokens } = await signInAs(started, email, password);
    return String(claimsOf(tokens['access_token'])['sub']);
  },
});
