import { orderingApi } from '@quayside/contracts';
import { ServiceCallFailed, type ServiceCalls } from '@quayside/http';
import type { Orders } from '../usecases/write-mail.ts';

/** Asks Ordering about an order at the moment in which a mail about it is sent. */
export const createOrderingClient = (call: ServiceCalls): Orders => ({
  find: async (orderId) => {
    try {
      return await call(orderingApi.routes.readOrder, { params: { id: orderId } });
    } catch (error) {
      if (error instanceof ServiceCallFailed && error.code === 'order-not-found') return undefined;
      throw error;
    }
  },
});
