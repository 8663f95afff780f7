import type { GuestKey } from '@quayside/contracts';
import type { Services } from '../downstream/services.ts';
import { clientId, identityUnavailable } from '../sign-in/openid-client.ts';

/** Gives Identity, which publishes it for all services, the public key of guests; 503 `identity-unavailable` without it. */
export const createHandGuestKey =
  (options: { services: Services; clientSecret: string }) =>
  async (key: GuestKey): Promise<void> => {
    const credentials = Buffer.from(`${clientId}:${options.clientSecret}`).toString('base64');
    const call = options.services(
      'identity',
      'publishGuestKey',
      { body: key },
      { authorization: `Basic ${credentials}` },
    );
    await call.catch((error: unknown) => {
      throw identityUnavailable(error);
    });
  };
