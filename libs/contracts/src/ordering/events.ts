import { z } from 'zod';
import { example } from '../events/examples.ts';
import { destination } from '../shared/destination.ts';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, itemId, orderId, timestamp, userId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { totals } from '../shared/price-breakdown.ts';
import { topics } from '../shared/topics.ts';
import { demoSalesSettings } from './demo-sales-settings.ts';
import { salesSettings } from './sales-settings.ts';

const topic = topics.ordering;
const stockLine = z.object({ itemId, quantity: z.int() });
const subject = 'order';
const summarised = z.object({
  orderId,
  buyerId: userId,
  lines: z.array(stockLine),
  total: money,
  version: aggregateVersion,
});
const summarisedExample = {
  orderId: example.orderId,
  buyerId: example.userId,
  lines: [example.line],
  total: example.totals.total,
};

export const orderSubmitted = defineEvent({
  type: 'quayside.ordering.order-submitted.v1',
  topic,
  summary: 'An order exists; its grace period begins',
  subject,
  example: {
    orderId: example.orderId,
    number: 'QS-7K3M-9Q2F',
    buyerId: example.userId,
    lines: [{ itemId: 7, name: 'Skerry deck lamp', unitPrice: example.dollars(4900), quantity: 2 }],
    totals: example.totals,
    at: example.at,
    version: 1,
  },
  data: z.object({
    orderId,
    number: z.string(),
    buyerId: userId,
    lines: z.array(z.object({ itemId, name: z.string(), unitPrice: money, quantity: z.int() })),
    totals,
    at: timestamp,
    version: aggregateVersion,
  }),
});

export const orderAwaitingValidation = defineEvent({
  type: 'quayside.ordering.order-awaiting-validation.v1',
  topic,
  summary: 'The grace period of an order is over: its stock is to be reserved',
  subject,
  example: { orderId: example.orderId, lines: [example.line], version: 2 },
  data: z.object({ orderId, lines: z.array(stockLine), version: aggregateVersion }),
});

export const orderStockConfirmed = defineEvent({
  type: 'quayside.ordering.order-stock-confirmed.v1',
  topic,
  summary: 'The stock of an order is reserved: it is to be charged',
  subject,
  example: { ...summarisedExample, version: 3 },
  data: summarised,
});

export const orderPaid = defineEvent({
  type: 'quayside.ordering.order-paid.v1',
  topic,
  summary: 'An order is charged: it may be packed and sent',
  subject,
  example: { ...summarisedExample, destination: { country: 'DK' }, version: 5 },
  data: summarised.extend({
    /** Events of release 0.1 lack it. */
    destination: destination.optional(),
  }),
});

export const orderPaymentDeclined = defineEvent({
  type: 'quayside.ordering.order-payment-declined.v1',
  topic,
  summary: 'A card was declined: the stock is held for another one for a while',
  subject,
  example: {
    orderId: example.orderId,
    buyerId: example.userId,
    reason: 'The card was declined by its bank',
    payUntil: '2026-03-14T09:56:53.000Z',
    version: 5,
  },
  data: z.object({
    orderId,
    buyerId: userId,
    reason: z.string(),
    payUntil: timestamp,
    version: aggregateVersion,
  }),
});

export const orderPaymentAwaited = defineEvent({
  type: 'quayside.ordering.order-payment-awaited.v1',
  topic,
  summary: 'A payment waits for its buyer to confirm it, at their bank',
  subject,
  example: {
    orderId: example.orderId,
    buyerId: example.userId,
    until: '2026-03-14T09:41:53.000Z',
    version: 4,
  },
  data: z.object({ orderId, buyerId: userId, until: timestamp, version: aggregateVersion }),
});

const parcel = z.object({
  orderId,
  buyerId: userId,
  shipmentId: z.string(),
  lines: z.array(stockLine),
  version: aggregateVersion,
});
const parcelExample = {
  orderId: example.orderId,
  buyerId: example.userId,
  shipmentId: example.shipmentId,
  lines: [example.line],
};

export const orderShipped = defineEvent({
  type: 'quayside.ordering.order-shipped.v1',
  topic,
  summary: 'A parcel of an order is on its way; an order may be sent in several',
  subject,
  example: { ...parcelExample, version: 7 },
  data: parcel,
});

export const orderDelivered = defineEvent({
  type: 'quayside.ordering.order-delivered.v1',
  topic,
  summary: 'A parcel of an order has arrived',
  subject,
  example: { ...parcelExample, version: 8 },
  data: parcel,
});

export const orderLinkRequested = defineEvent({
  type: 'quayside.ordering.order-link-requested.v1',
  topic,
  summary: 'A guest asked for a new link to their order: it is to be mailed to the address of the order',
  subject,
  example: { orderId: example.orderId, buyerId: example.userId, version: 9 },
  data: z.object({ orderId, buyerId: userId, version: aggregateVersion }),
});

export const orderUnitsReturned = defineEvent({
  type: 'quayside.ordering.order-units-returned.v1',
  topic,
  summary: 'Units of a paid order are the shop’s again, cancelled before they were sent or sent back',
  subject,
  example: {
    orderId: example.orderId,
    buyerId: example.userId,
    cause: 'returned',
    causeId: example.returnId,
    lines: [{ itemId: example.itemId, quantity: 1 }],
    writtenOff: [{ itemId: example.itemId, quantity: 1 }],
    version: 11,
  },
  data: z.object({
    orderId,
    buyerId: userId,
    cause: z.enum(['cancelled', 'returned']),
    /** Of the cancellation or the return: its units are told of once. */
    causeId: z.string(),
    /** Back on the shelf. */
    lines: z.array(stockLine),
    /** Came back and is not for sale any more. */
    writtenOff: z.array(stockLine),
    version: aggregateVersion,
  }),
});

export const orderReturnDecided = defineEvent({
  type: 'quayside.ordering.order-return-decided.v1',
  topic,
  summary: 'Staff decided whether a return may be sent back',
  subject,
  example: {
    orderId: example.orderId,
    buyerId: example.userId,
    returnId: example.returnId,
    decision: 'approved',
    version: 10,
  },
  data: z.object({
    orderId,
    buyerId: userId,
    returnId: z.string(),
    decision: z.enum(['approved', 'refused']),
    version: aggregateVersion,
  }),
});

export const orderCancelled = defineEvent({
  type: 'quayside.ordering.order-cancelled.v1',
  topic,
  summary: 'An order ended without a purchase',
  subject,
  example: {
    orderId: example.orderId,
    buyerId: example.userId,
    by: 'buyer',
    lines: [example.line],
    version: 3,
  },
  data: z.object({
    orderId,
    buyerId: userId,
    /** Events of release 0.1 lack it. Why, in somebody's own words, stays with the order. */
    by: z.enum(['buyer', 'admin', 'ordering', 'catalog', 'payment']).optional(),
    lines: z.array(stockLine),
    version: aggregateVersion,
  }),
});

export const orderRefunded = defineEvent({
  type: 'quayside.ordering.order-refunded.v1',
  topic,
  summary: 'Money charged for an order went back: all of it or a part',
  subject,
  example: { orderId: example.orderId, amount: example.totals.total, version: 7 },
  data: z.object({ orderId, amount: money, version: aggregateVersion }),
});

export const customerFiguresChanged = defineEvent({
  type: 'quayside.ordering.customer-figures-changed.v1',
  topic,
  summary: 'What the orders of a customer come to, after any change of it',
  subject: 'user',
  example: {
    customerId: example.userId,
    orders: 3,
    spend: [example.dollars(14700)],
    lastOrderAt: example.at,
    version: 5,
  },
  data: z.object({
    customerId: userId,
    orders: z.int(),
    /** What was charged and did not go back, each currency for itself. */
    spend: z.array(money),
    lastOrderAt: timestamp,
    version: aggregateVersion,
  }),
});

export const salesSettingsChanged = defineEvent({
  type: 'quayside.ordering.sales-settings-changed.v1',
  topic,
  summary:
    'All sales settings after any change: who is sold to, in which currencies, at which taxes and shipping prices',
  subject: 'shop',
  example: {
    ...demoSalesSettings,
    countries: demoSalesSettings.countries.filter(({ country }) => country === 'AT'),
    shippingZones: demoSalesSettings.shippingZones
      .filter(({ id }) => id === 'eu')
      .map((zone) => ({ ...zone, countries: ['AT'] })),
    defaultCountry: 'AT',
    version: 2,
  },
  data: salesSettings,
});
