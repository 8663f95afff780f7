import { z } from 'zod';
import { example } from '../events/examples.ts';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, itemId, orderId, userId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { otherNames } from '../shared/other-names.ts';
import { topics } from '../shared/topics.ts';

const topic = topics.catalog;
const named = z.object({ id: z.int(), slug: z.string(), name: z.string() });

export const itemChanged = defineEvent({
  type: 'quayside.catalog.item-changed.v1',
  topic,
  summary:
    'The whole item, a variant of a product, after an edit of it or its price; its stock is told apart',
  subject: 'item',
  example: {
    id: example.itemId,
    sku: 'QS-LMP-0007',
    slug: 'skerry-deck-lamp',
    name: 'Skerry deck lamp',
    brand: { id: 2, slug: 'norrholm', name: 'Norrholm' },
    type: { id: 5, slug: 'lamps', name: 'Lamps' },
    price: example.dollars(4900),
    prices: [example.dollars(4900)],
    weightGrams: 850,
    pictureUrl: '/api/v1/catalog/pictures/7-3f9c2a',
    active: true,
    version: 12,
  },
  data: z.object({
    id: itemId,
    sku: z.string(),
    slug: z.string(),
    /** In other languages, by ISO 639-1. */
    slugs: otherNames.optional(),
    name: z.string(),
    names: otherNames.optional(),
    brand: named,
    type: named,
    /** In the shop's own currency. */
    price: money,
    /** In every currency it is sold in, that of the shop first; absent in events of the first release. */
    prices: z.array(money).min(1).optional(),
    /** Of one, for its shipping; absent where it does not matter. */
    weightGrams: z.int().min(1).optional(),
    /** Of the shop's tax classes; absent: the usual one. */
    taxClass: z.string().optional(),
    pictureUrl: z.string(),
    active: z.boolean(),
    version: aggregateVersion,
  }),
});

export const itemPriceChanged = defineEvent({
  type: 'quayside.catalog.item-price-changed.v1',
  topic,
  summary: 'An item costs more or less than before',
  subject: 'item',
  example: {
    itemId: example.itemId,
    oldPrice: example.dollars(5400),
    newPrice: example.dollars(4900),
    version: 12,
  },
  data: z.object({ itemId, oldPrice: money, newPrice: money, version: aggregateVersion }),
});

export const itemRemoved = defineEvent({
  type: 'quayside.catalog.item-removed.v1',
  topic,
  summary: 'An item is gone for good',
  subject: 'item',
  isPlanned: true,
  example: { itemId: example.itemId, version: 13 },
  data: z.object({ itemId, version: aggregateVersion }),
});

export const stockChanged = defineEvent({
  type: 'quayside.catalog.stock-changed.v1',
  topic,
  summary:
    'More or fewer of an item can be had than before; the version is that of its stock, not of the item',
  subject: 'item',
  example: { itemId: example.itemId, available: 38, version: 12 },
  data: z.object({ itemId, available: z.int().min(0), version: aggregateVersion }),
});

export const questionAnswered = defineEvent({
  type: 'quayside.catalog.question-answered.v1',
  topic,
  summary: 'A question on a product has its first answer that everybody can read; told once',
  subject: 'question',
  example: { questionId: example.questionId, askerId: example.userId, itemId: example.itemId, version: 3 },
  data: z.object({
    questionId: z.uuidv7(),
    /** The account that asked. */
    askerId: userId,
    /** What is sold of the product that it is about. */
    itemId,
    version: aggregateVersion,
  }),
});

const stockLine = z.object({ itemId, quantity: z.int().min(1) });

export const stockReserved = defineEvent({
  type: 'quayside.catalog.stock-reserved.v1',
  topic,
  summary: 'All lines of an order are reserved; the version is that of its reservation',
  subject: 'order',
  example: { orderId: example.orderId, lines: [example.line], version: 1 },
  data: z.object({ orderId, lines: z.array(stockLine), version: aggregateVersion }),
});

export const stockRejected = defineEvent({
  type: 'quayside.catalog.stock-rejected.v1',
  topic,
  summary: 'Nothing of an order is reserved; the lines are those that could not be',
  subject: 'order',
  example: {
    orderId: example.orderId,
    lines: [{ itemId: example.itemId, requested: 2, available: 1 }],
    version: 1,
  },
  data: z.object({
    orderId,
    lines: z.array(z.object({ itemId, requested: z.int(), available: z.int() })),
    version: aggregateVersion,
  }),
});
