import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import { orderId, timestamp } from '../shared/ids.ts';
import { order } from './http.ts';
import { orderBuyer } from './staff-orders.ts';

/** An order for a service that is to write about it to its buyer, who has no name nor address once they are forgotten. */
export const knownOrder = order
  .extend({
    placedAt: timestamp,
    buyer: orderBuyer,
    /** Of a guest's: in which language they are written to, and the secret part of a fresh link to the order. */
    guest: z.object({ locale: z.string(), link: z.string() }).optional(),
  })
  .meta({ id: 'KnownOrder' });
export type KnownOrder = z.infer<typeof knownOrder>;

export const serviceOrderRoutes = {
  readOrder: defineRoute({
    method: 'get',
    path: '/internal/v1/orders/:id',
    summary: 'An order as it is now, for a service that is to write about it',
    audience: 'service',
    params: z.strictObject({ id: orderId }),
    answers: { 200: { description: 'The order, as its buyer sees it', schema: knownOrder } },
    problems: ['order-not-found', 'orders-unavailable'],
  }),
} as const;
