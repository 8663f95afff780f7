import { identityApi } from '@quayside/contracts';
import { noContent, ok, problemOf, ProblemError, type Api } from '@quayside/http';
import type { GuestKeys } from '../usecases/guest-keys.ts';

const unavailable = problemOf('identity-unavailable', identityApi.problems['identity-unavailable']);

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
  const orUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (!isAway(error)) throw error;
      throw new ProblemError(unavailable, error);
    }
  };
  api.serve(identityApi, {
    publishGuestKey: async ({ body }) => {
      await orUnavailable(keys.publish(body));
      return noContent();
    },
    listGuestKeys: async () => ok({ keys: await orUnavailable(keys.published()) }),
  });
};
