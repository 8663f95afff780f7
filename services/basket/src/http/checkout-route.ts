import { checkoutAnswer, checkoutRequest } from '@quayside/contracts';
import { accepted, fingerprint, requireIdempotencyKey, type Api } from '@quayside/http';
import type { Logger } from '@quayside/runtime';
import { z } from 'zod';
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
export function addCheckoutRoute(api: Api, { checkOutBasket, logger }: Dependencies): void {
  api.route({
    method: 'post',
    path: '/api/v1/basket/checkout',
    summary: 'Order what is in the basket',
    tags: ['basket'],
    auth: {},
    headers: z.object({ 'Idempotency-Key': z.string().min(1).max(255) }),
    body: checkoutRequest,
    responses: { 202: { description: 'Accepted; the order is on its way', schema: checkoutAnswer } },
    problems: [
      'basket-empty',
      'insufficient-stock',
      'price-changed',
      'idempotency-key-reused',
      'basket-contended',
      'basket-unavailable',
    ],
    handler: async ({ principal, body, req }) => {
      const key = { key: requireIdempotencyKey(req.headers), fingerprint: fingerprint(body) };
      const buyer = { id: principal.id, name: principal.name, email: principal.email };
      const { orderId, repeated } = await checkOutBasket(ownerOf(principal), key, { buyer, ...body });
      logger.info({ orderId, repeated }, repeated ? 'checkout repeated' : 'basket checked out');
      return accepted({ orderId }, `/api/v1/orders/${orderId}`);
    },
  });
}
