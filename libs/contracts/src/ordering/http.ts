import { z } from 'zod';
import { address } from '../shared/address.ts';
import { aggregateVersion, itemId, orderId, timestamp } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { otherNames } from '../shared/other-names.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { paymentToken } from '../shared/payment-token.ts';
import { printableText } from '../shared/text.ts';
import { invoiceSummary } from './invoices.ts';
import { priceBreakdown, totals } from '../shared/price-breakdown.ts';

export const orderStatus = z
  .enum([
    'submitted',
    'awaiting-validation',
    'stock-confirmed',
    /** The buyer is to give another card, or the order ends. */
    'payment-declined',
    'paid',
    'partly-shipped',
    'shipped',
    'delivered',
    'partly-refunded',
    'refunded',
    'returned',
    'refunding',
    'cancelled',
  ])
  .meta({ id: 'OrderStatus' });
export type OrderStatus = z.infer<typeof orderStatus>;

export const orderLine = z.object({
  itemId,
  name: z.string(),
  names: otherNames.optional(),
  unitPrice: money,
  quantity: z.int(),
  pictureUrl: z.string(),
});
export type OrderLine = z.infer<typeof orderLine>;

const units = z.object({ itemId, quantity: z.int().min(1) });
const actionsOf = <const T extends readonly string[]>(...names: T) => z.array(z.enum(names));

export const shipment = z
  .object({
    id: z.string(),
    state: z.enum(['prepared', 'shipped', 'delivered']),
    lines: z.array(units),
    carrier: z.string().optional(),
    tracking: z.string().optional(),
    preparedAt: timestamp,
    shippedAt: timestamp.optional(),
    deliveredAt: timestamp.optional(),
    actions: actionsOf('ship', 'deliver'),
  })
  .meta({ id: 'Shipment' });
export type Shipment = z.infer<typeof shipment>;

export const orderReturn = z
  .object({
    id: z.string(),
    state: z.enum(['requested', 'approved', 'received', 'refunded', 'refused']),
    lines: z.array(units),
    /** What of them is back on the shelf, once they were received. */
    restocked: z.array(units).optional(),
    reason: z.string(),
    refusal: z.string().optional(),
    requestedAt: timestamp,
    actions: actionsOf('approve', 'refuse', 'receive', 'refund'),
  })
  .meta({ id: 'OrderReturn' });
export type OrderReturn = z.infer<typeof orderReturn>;

export const paymentMethod = z.enum(['card', 'bank']).meta({ id: 'PaymentMethod' });
export type PaymentMethod = z.infer<typeof paymentMethod>;

export const orderPayment = z
  .object({
    charged: money,
    refunded: money,
    /** By what it was paid, or is to be. */
    method: paymentMethod.optional(),
    /** What the buyer is to do at the payment company, and until when: in a frame (`challenge`), or there (`redirect`). */
    visit: z
      .object({
        kind: z.enum(['challenge', 'redirect']),
        until: timestamp,
        /** For the buyer alone, and until they gave it up. */
        url: z.string().optional(),
      })
      .optional(),
    /** Why the last card was declined, while another may be given; until then. */
    declined: z.object({ reason: z.string(), payUntil: timestamp }).optional(),
  })
  .meta({ id: 'OrderPayment' });

/** What the caller may do with the order now; who draws buttons draws these. */
export const orderActions = actionsOf('cancel', 'pay', 'return', 'ship', 'cancel-lines', 'refund');
export type OrderAction = z.infer<typeof orderActions>[number];

export const order = z
  .object({
    id: orderId,
    /** Short, for people to read out: `QS-7K3M-9Q2F`. */
    number: z.string(),
    status: orderStatus,
    items: z.array(orderLine),
    /** Those of `price`. */
    totals,
    price: priceBreakdown,
    /** What went back to the card; absent while nothing did. */
    refunded: money.optional(),
    payment: orderPayment,
    shipments: z.array(shipment),
    returns: z.array(orderReturn),
    /** Units of `items` that are not sent after all. */
    cancelledItems: z.array(units),
    /** Units that were delivered and may be sent back. */
    returnableItems: z.array(units),
    /** Invoices and credit notes, the first first; absent in lists. */
    invoices: z.array(invoiceSummary).optional(),
    actions: orderActions,
    shippingAddress: address,
    /** Where it was to go before; absent where that never changed. */
    formerAddresses: z.array(address).optional(),
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

const reason = printableText(500);
const someUnits = z
  .array(z.strictObject({ itemId, quantity: z.int().min(1).max(1_000_000) }))
  .min(1)
  .max(100);
const amount = z.strictObject({ amount: z.int().min(1), currency: money.shape.currency });
const carrier = {
  carrier: z.string().trim().min(1).max(80).optional(),
  tracking: z.string().trim().min(1).max(120).optional(),
};

/** Body of `POST /api/v1/orders/{id}/payment-visit`: that the buyer is back, or does not go on there. */
export const paymentVisit = z
  .strictObject({ outcome: z.enum(['returned', 'given-up']) })
  .meta({ id: 'PaymentVisit' });

/** Body of `POST /api/v1/orders/{id}/pay`: another card, or a bank, for an order whose last payment was declined. */
export const payAgain = z.strictObject({ paymentToken }).meta({ id: 'PayAgain' });

/** Body of `POST /api/v1/orders/{id}/returns`. */
export const returnRequest = z.strictObject({ lines: someUnits, reason }).meta({ id: 'ReturnRequest' });

export const staffReason = z.strictObject({ reason }).meta({ id: 'StaffReason' });
export const linesCancellation = z
  .strictObject({ lines: someUnits, reason })
  .meta({ id: 'LinesCancellation' });
export const shipmentRequest = z
  .strictObject({ lines: someUnits, ...carrier })
  .meta({ id: 'ShipmentRequest' });
export const parcelCarrier = z.strictObject(carrier).meta({ id: 'ParcelCarrier' });
export const returnReception = z
  .strictObject({ restocked: z.array(someUnits.element).max(100) })
  .meta({ id: 'ReturnReception' });
export const returnRefund = z.strictObject({ amount: amount.optional() }).meta({ id: 'ReturnRefund' });
/** More than one may be named, and then they are added. */
export const refundRequest = z
  .strictObject({
    lines: someUnits.optional(),
    shipping: z.union([z.literal('all'), amount]).optional(),
    amount: amount.optional(),
    reason,
  })
  .meta({ id: 'OrderRefundRequest' });
