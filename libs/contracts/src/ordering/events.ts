import { z } from 'zod';
import { totals } from '../basket/http.ts';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, itemId, orderId, timestamp, userId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { topics } from '../shared/topics.ts';

const topic = topics.ordering;
const stockLine = z.object({ itemId, quantity: z.int() });
const summary = z.object({
  orderId,
  buyerId: userId,
  lines: z.array(stockLine),
  total: money,
  version: aggregateVersion,
});

/** The subject of every ordering event is the order id. */
export const orderSubmitted = defineEvent({
  type: 'quayside.ordering.order-submitted.v1',
  topic,
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
  data: z.object({ orderId, lines: z.array(stockLine), version: aggregateVersion }),
});

export const orderStockConfirmed = defineEvent({
  type: 'quayside.ordering.order-stock-confirmed.v1',
  topic,
  data: summary,
});

export const orderPaid = defineEvent({ type: 'quayside.ordering.order-paid.v1', topic, data: summary });

export const orderCancelled = defineEvent({
  type: 'quayside.ordering.order-cancelled.v1',
  topic,
  data: z.object({
    orderId,
    buyerId: userId,
    reason: z.string(),
    lines: z.array(stockLine),
    version: aggregateVersion,
  }),
});

export const orderRefunded = defineEvent({
  type: 'quayside.ordering.order-refunded.v1',
  topic,
  data: z.object({ orderId, amount: money, version: aggregateVersion }),
});
