import { z } from 'zod';
import { example } from '../events/examples.ts';
import { destination } from '../shared/destination.ts';
import { defineEvent } from '../shared/event.ts';
import { aggregateVersion, itemId, orderId, timestamp, userId } from '../shared/ids.ts';
import { money } from '../shared/money.ts';
import { otherNames } from '../shared/other-names.ts';
import { priceBreakdown, totals } from '../shared/price-breakdown.ts';
import { topics } from '../shared/topics.ts';

export const checkedOut = defineEvent({
  type: 'quayside.basket.checked-out.v1',
  topic: topics.basket,
  summary: 'A shopper bought a basket: the birth of an order',
  subject: 'order',
  example: {
    orderId: example.orderId,
    buyerId: example.userId,
    destination: { country: 'DK' },
    paymentToken: 'tok_3f9c2a7d',
    lines: [example.boughtLine],
    totals: example.totals,
    price: example.price,
    at: example.at,
    version: 1,
  },
  data: z.object({
    orderId,
    /** Who that is, and the address, Basket tells services that ask (`readCheckoutDetails`), and then forgets. */
    buyerId: userId,
    destination,
    /** One-time token of the payment company; never card data. */
    paymentToken: z.string(),
    lines: z
      .array(
        z.object({
          itemId,
          name: z.string(),
          names: otherNames.optional(),
          unitPrice: money,
          quantity: z.int(),
          pictureUrl: z.string(),
        }),
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

export const paymentLinkRequested = defineEvent({
  type: 'quayside.basket.payment-link-requested.v1',
  topic: topics.basket,
  summary: 'Staff send somebody a link to pay an order by that they wrote down',
  subject: 'order',
  example: { orderId: example.orderId, at: example.at, version: 2 },
  data: z.object({
    /** That the order will have once it is paid. */
    orderId,
    /** Whose account it is for; absent of a guest's. */
    buyerId: userId.optional(),
    at: timestamp,
    /** Of the draft. */
    version: aggregateVersion,
  }),
});
