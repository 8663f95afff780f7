import { basketApi } from '@quayside/contracts';
import { ServiceCallFailed, type ServiceCalls } from '@quayside/http';
import { TransientError } from '@quayside/messaging';
import { gather } from '@quayside/runtime';
import type { KeptDetails } from '../usecases/checkout-details.ts';

/** Asks Basket, for all that is asked in one moment at once. As long as Basket is away the messages wait that need it. */
export const createBasketClient = (call: ServiceCalls): KeptDetails => ({
  of: gather(async (checkouts: readonly { orderId: string; buyerId: string }[]) => {
    const { items } = await call(basketApi.routes.readCheckoutDetails, {
      body: { checkouts: [...checkouts] },
    }).catch((error: unknown) => {
      const isFinal = error instanceof ServiceCallFailed && error.isRefusal;
      throw isFinal ? error : new TransientError('Basket does not say who checked out', { cause: error });
    });
    const byOrder = new Map(items.map((item) => [item.orderId, item]));
    return checkouts.map(({ orderId }) => byOrder.get(orderId));
  }),
});
