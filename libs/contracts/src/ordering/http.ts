import { z } from 'zod';
import { address } from '../shared/address.ts';
import { aggregateVersion, itemId, orderId, timestamp } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { totals } from '../shared/price-breakdown.ts';

export const orderStatus = z
  .enum([
    'submitted',
    'awaiting-validation',
    'stock-confirmed',
    'paid',
    'shipped',
    'delivered',
    'refunding',
    'cancelled',
  ])
  .meta({ id: 'OrderStatus' });
export type OrderStatus = z.infer<typeof orderStatus>;

export const orderLine = z.object({
  itemId,
  name: z.string(),
  unitPrice: money,
  quantity: z.int(),
  pictureUrl: z.string(),
});
export type OrderLine = z.infer<typeof orderLine>;

export const order = z
  .object({
    id: orderId,
    /** Short, for people to read out: `QS-7K3M-9Q2F`. */
    number: z.string(),
    status: orderStatus,
    items: z.array(orderLine),
    totals,
    /** What went back to the card of an order that was charged and then cancelled. */
    refunded: money.optional(),
    shippingAddress: address,
    history: z.array(
      z.object({ status: orderStatus, at: timestamp, by: z.string(), reason: z.string().optional() }),
    ),
    version: aggregateVersion,
  })
  .meta({ id: 'Order' });
export type Order = z.infer<typeof order>;

export const orderListQuery = z.strictObject(pageQuery);
export const orderPage = pageOf(order).meta({ id: 'OrderPage' });
export type OrderPage = z.infer<typeof orderPage>;

/** `data` of the `order-changed` events of `GET /api/v1/orders/events` (Server-Sent Events). */
export const orderChangedNotice = z.object({ orderId, status: orderStatus, version: aggregateVersion });
export type OrderChangedNotice = z.infer<typeof orderChangedNotice>;
