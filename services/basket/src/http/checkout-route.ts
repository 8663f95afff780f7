import { basketApi } from '@quayside/contracts';
import { accepted, fingerprint, type Api } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import type { CheckOutBasket } from '../usecases/check-out-basket.ts';
import { ownerOf } from './owner-of.ts';

interface Dependencies {
  checkOutBasket: CheckOutBasket;
  logger: Logger;
}

/**
 * Checkout. A repeat of the same request under the same `Idempotency-Key` answers the same order, also while the
 * first is still under way, so there is no "in progress" to report.
 */
export const serveCheckout = (api: Api, { checkOutBasket, logger }: Dependencies): void =>
  api.serve(basketApi, {
    checkOut: async ({ principal, headers, body }) => {
      const key = { key: headers['idempotency-key'], fingerprint: fingerprint(body) };
      const buyer = { id: principal.id, name: principal.name, email: principal.email };
      const { orderId, repeated } = await checkOutBasket(ownerOf(principal), key, { buyer, ...body });
      logger.info({ orderId, repeated }, repeated ? 'checkout repeated' : 'basket checked out');
      return accepted({ orderId }, `/api/v1/orders/${orderId}`);
    },
  });
