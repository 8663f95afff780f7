import { identityApi } from '@quayside/contracts';
import { ServiceCallFailed, type ServiceCalls } from '@quayside/http';
import { TransientError } from '@quayside/messaging';
import type { ConfirmedPeople } from '../usecases/guest-orders.ts';

/** Asks Identity, as no event says it; as long as Identity is away the message waits. */
export const createIdentityClient = (call: ServiceCalls): ConfirmedPeople => ({
  find: async (userId) => {
    try {
      const user = await call(identityApi.routes.readUser, { params: { id: userId } });
      const { id, name, email, emailConfirmed } = user;
      return emailConfirmed ? { id, name, email } : undefined;
    } catch (error) {
      if (!(error instanceof ServiceCallFailed)) throw error;
      if (error.code === 'user-not-found') return undefined;
      throw error.isRefusal
        ? error
        : new TransientError('Identity does not say whose an address is', { cause: error });
    }
  },
});
