import { identityApi } from '@quayside/contracts';
import { ServiceCallFailed, type ServiceCalls } from '@quayside/http';
import type { Recipients } from '../usecases/write-mail.ts';

/** Asks Identity who a user is at the moment in which a mail is sent. */
export const createIdentityClient = (call: ServiceCalls): Recipients => ({
  find: async (userId) => {
    try {
      const { name, email, locale } = await call(identityApi.routes.readUser, { params: { id: userId } });
      return { name, address: email, locale };
    } catch (error) {
      if (error instanceof ServiceCallFailed && error.code === 'user-not-found') return undefined;
      throw error;
    }
  },
});
