import { basketApi } from '@quayside/contracts';
import { ServiceCallFailed, type ServiceCalls } from '@quayside/http';
import type { DraftOrders } from '../usecases/write-mail.ts';

/** Asks Basket what staff wrote down for somebody, at the moment in which the link to it is mailed. */
export const createBasketClient = (call: ServiceCalls): DraftOrders => ({
  find: async (orderId) => {
    try {
      return await call(basketApi.routes.readMailedDraftOrder, { params: { id: orderId } });
    } catch (error) {
      if (error instanceof ServiceCallFailed && error.code === 'draft-order-not-found') return undefined;
      throw error;
    }
  },
});
