import { identityApi } from '@quayside/contracts';
import { noContent, ok, type Api } from '@quayside/http';
import type { GuestKeys } from '../usecases/guest-keys.ts';
import { createOrUnavailable } from './or-unavailable.ts';

interface Dependencies {
  keys: GuestKeys;
  /** Whether an error means that the database is out of reach or busy. */
  isAway: (error: unknown) => boolean;
}

/**
 * Takes a public key from the gateway and shows all of them: so services know whom to trust without asking the gateway,
 * which stands in front of them.
 */
export const serveGuestKeys = (api: Api, { keys, isAway }: Dependencies): void => {
  const orUnavailable = createOrUnavailable(isAway);
  api.serve(identityApi, {
    publishGuestKey: async ({ body }) => {
      await orUnavailable(keys.publish(body));
      return noContent();
    },
    listGuestKeys: async () => ok({ keys: await orUnavailable(keys.published()) }),
  });
};
