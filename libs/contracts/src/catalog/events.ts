import { z } from 'zod';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, itemId, orderId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { topics } from '../shared/topics.ts';

const topic = topics.catalog;
const named = z.object({ id: z.int(), slug: z.string(), name: z.string() });

/** The whole item after any change of it, its price or its available stock. Subject: the item id. */
export const itemChanged = defineEvent({
  type: 'quayside.catalog.item-changed.v1',
  topic,
  data: z.object({
    id: itemId,
    sku: z.string(),
    slug: z.string(),
    name: z.string(),
    brand: named,
    type: named,
    price: money,
    availableStock: z.int(),
    pictureUrl: z.string(),
    active: z.boolean(),
    version: aggregateVersion,
  }),
});

/** Subject: the item id. */
export const itemPriceChanged = defineEvent({
  type: 'quayside.catalog.item-price-changed.v1',
  topic,
  data: z.object({ itemId, oldPrice: money, newPrice: money, version: aggregateVersion }),
});

/** Subject: the item id. */
export const itemRemoved = defineEvent({
  type: 'quayside.catalog.item-removed.v1',
  topic,
  data: z.object({ itemId, version: aggregateVersion }),
});

const stockLine = z.object({ itemId, quantity: z.int().min(1) });

/** All lines of the order are reserved. Subject: the order id; version: the reservation's, per order. */
export const stockReserved = defineEvent({
  type: 'quayside.catalog.stock-reserved.v1',
  topic,
  data: z.object({ orderId, lines: z.array(stockLine), version: aggregateVersion }),
});

/** Nothing is reserved; `lines` are those that could not be. Subject: the order id. */
export const stockRejected = defineEvent({
  type: 'quayside.catalog.stock-rejected.v1',
  topic,
  data: z.object({
    orderId,
    lines: z.array(z.object({ itemId, requested: z.int(), available: z.int() })),
    version: aggregateVersion,
  }),
});
