import type { GuestKey } from '@quayside/contracts';
import { clientId, identityUnavailable } from '../sign-in/openid-client.ts';

const timeoutMs = 3000;

/** Gives Identity, which publishes it for all services, the public key of guests; 503 `identity-unavailable` without it. */
export const createHandGuestKey =
  (options: { identityUrl: string; clientSecret: string }) =>
  async (key: GuestKey): Promise<void> => {
    const credentials = Buffer.from(`${clientId}:${options.clientSecret}`).toString('base64');
    const answer = await fetch(`${options.identityUrl}/internal/v1/guest-keys`, {
      method: 'PUT',
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      body: JSON.stringify(key),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw identityUnavailable(error);
    });
    if (!answer.ok) throw identityUnavailable(`guest key: status ${answer.status}`);
  };
