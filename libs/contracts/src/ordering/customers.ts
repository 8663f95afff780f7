import { z } from 'zod';
import { address } from '../shared/address.ts';
import { timestamp, userId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { defineRoute } from '../shared/route.ts';
import { order } from './http.ts';

/** What Ordering knows of a customer beside their orders. */
export const customerOrders = z
  .object({
    orders: z.int(),
    /** What was charged and did not go back, each currency for itself. */
    spend: z.array(money),
    lastOrderAt: timestamp.optional(),
    /** Where their latest orders went, the latest first. */
    addresses: z.array(address),
  })
  .meta({ id: 'CustomerOrders' });
export type CustomerOrders = z.infer<typeof customerOrders>;

export const customerOrdersRoutes = {
  readCustomerOrders: defineRoute({
    method: 'get',
    path: '/api/v1/admin/ordering/customers/:id',
    summary: 'What the orders of a customer come to, and where they went',
    audience: 'support',
    params: z.strictObject({ id: userId }),
    answers: { 200: { description: 'As far as they ordered anything', schema: customerOrders } },
    problems: ['orders-unavailable'],
  }),
  exportCustomerOrders: defineRoute({
    method: 'get',
    path: '/api/v1/admin/ordering/customers/:id/export',
    summary: 'All orders of a customer, for them to have',
    audience: 'admin',
    asksForRecentSignIn: true,
    params: z.strictObject({ id: userId }),
    answers: {
      200: { description: 'The newest first', schema: z.object({ orders: z.array(order) }) },
    },
    problems: ['orders-unavailable'],
  }),
};
