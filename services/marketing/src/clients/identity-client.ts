import { identityApi } from '@quayside/contracts';
import { ServiceCallFailed, type ServiceCalls } from '@quayside/http';
import type { Recipients } from '../usecases/write-mail.ts';

/** Asks Identity who a user is at the moment in which a mail is sent. */
export const createIdentityClient = (call: ServiceCalls): Recipients => ({
  find: async (userId) => {
    try {
      const user = await call(identityApi.routes.readUser, { params: { id: userId } });
      if (user.emailConfirmed === false) return undefined;
      return { name: user.name, address: user.email, locale: user.locale };
    } catch (error) {
      if (error instanceof ServiceCallFailed && error.code === 'user-not-found') return undefined;
      throw error;
    }
  },
});
