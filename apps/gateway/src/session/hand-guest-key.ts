import type { GuestKey } from '@quayside/contracts';
import { basicCredentials } from '@quayside/http';
import type { Services } from '../downstream/services.ts';
import { clientId, identityUnavailable } from '../sign-in/openid-client.ts';

/** Gives Identity, which publishes it for all services, the public key of guests; 503 `identity-unavailable` without it. */
export const createHandGuestKey =
  (options: { services: Services; clientSecret: string }) =>
  async (key: GuestKey): Promise<void> => {
    const { authorization } = basicCredentials(clientId, options.clientSecret);
    const call = options.services('identity', 'publishGuestKey', { body: key }, { authorization });
    await call.catch((error: unknown) => {
      throw identityUnavailable(error);
    });
  };
