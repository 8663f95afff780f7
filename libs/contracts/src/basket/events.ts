import { z } from 'zod';
import { example } from '../events/examples.ts';
import { address } from '../shared/address.ts';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, itemId, orderId, timestamp, userId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { priceBreakdown, totals } from '../shared/price-breakdown.ts';
import { topics } from '../shared/topics.ts';

export const buyer = z.object({ id: userId, name: z.string(), email: z.string() });

export const checkedOut = defineEvent({
  type: 'quayside.basket.checked-out.v1',
  topic: topics.basket,
  summary: 'A shopper bought a basket: the birth of an order',
  subject: 'order',
  example: {
    orderId: example.orderId,
    buyer: { id: example.userId, name: 'Signe Holm', email: 'signe@example.com' },
    shippingAddress: {
      name: 'Signe Holm',
      street: 'Strandvej 4',
      city: 'Aarhus',
      postalCode: '8000',
      country: 'DK',
    },
    paymentToken: 'tok_3f9c2a7d',
    lines: [example.boughtLine],
    totals: example.totals,
    price: example.price,
    at: example.at,
    version: 1,
  },
  data: z.object({
    orderId,
    buyer,
    /** As wide as it was sent: a reader leaves out what it does not know. */
    shippingAddress: z.object(address.shape),
    /** One-time token of the payment company; never card data. */
    paymentToken: z.string(),
    lines: z
      .array(
        z.object({ itemId, name: z.string(), unitPrice: money, quantity: z.int(), pictureUrl: z.string() }),
      )
      .min(1),
    coupon: z.string().optional(),
    /** Those of `price`. */
    totals,
    /** Absent in checkouts of the first release, which knew totals only. */
    price: priceBreakdown.optional(),
    at: timestamp,
    version: aggregateVersion,
  }),
});
