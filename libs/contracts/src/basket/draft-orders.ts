import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { address } from '../shared/address.ts';
import { writtenEmail } from '../shared/contact.ts';
import { couponCode } from '../shared/coupon-code.ts';
import { aggregateVersion, itemId, orderId, timestamp, userId } from '../shared/ids.ts';
import { currency, money } from '../shared/money.ts';
import { otherNames } from '../shared/other-names.ts';
import { pageOf } from '../shared/page.ts';
import { priceBreakdown } from '../shared/price-breakdown.ts';
import { printableText, writtenLine } from '../shared/text.ts';
import { basket, checkoutAddress, chooseTerms } from './http.ts';
import { maxLines, maxQuantity } from './limits.ts';

const draftLines = z
  .array(z.strictObject({ itemId, quantity: z.int().min(1).max(maxQuantity) }))
  .min(1)
  .max(maxLines)
  .refine((lines) => new Set(lines.map((line) => line.itemId)).size === lines.length, 'Each item once');

const mailLanguage = z.enum(['en', 'de']);

/** An order that staff write down for somebody, who pays it by a mailed link. Sent whole. */
export const draftOrderContent = z
  .strictObject({
    /** Whose account it is for; without one it is a guest's. */
    customer: z.strictObject({ id: userId, name: writtenLine(120) }).optional(),
    /** Where the link is mailed to. */
    email: writtenEmail,
    language: mailLanguage,
    shippingAddress: checkoutAddress,
    lines: draftLines,
    /** What is left out is the usual of where it goes. */
    currency: currency.optional(),
    shippingMethod: chooseTerms.shape.shippingMethod,
    coupon: couponCode.optional(),
    /** The buyer reads it beside the order. */
    note: printableText(1000).optional(),
  })
  .meta({ id: 'DraftOrderContent' });
export type DraftOrderContent = z.infer<typeof draftOrderContent>;

/** Body of `POST /api/v1/staff/draft-orders/price`: enough of a draft to say what it costs. */
export const draftOrderToPrice = z
  .strictObject({
    ...draftOrderContent.pick({ lines: true, shippingMethod: true, currency: true, coupon: true }).shape,
    customerId: userId.optional(),
    country: chooseTerms.shape.country,
    state: chooseTerms.shape.state,
  })
  .meta({ id: 'DraftOrderToPrice' });
export type DraftOrderToPrice = z.input<typeof draftOrderToPrice>;

/**
 * `draft`: nobody has a link. `sent`: the buyer may pay. `expired`, `withdrawn`: the link opens nothing any more.
 * `ordered`: it is an order of the same id, and nothing of the buyer is kept here.
 */
export const draftOrderState = z.enum(['draft', 'sent', 'expired', 'withdrawn', 'ordered']);
export type DraftOrderState = z.infer<typeof draftOrderState>;

/** A draft as a row of the staff's list. */
export const draftOrderRow = z
  .object({
    id: orderId,
    state: draftOrderState,
    /** Absent once it is ordered, as `email` is. */
    name: z.string().optional(),
    email: z.string().optional(),
    /** When it was last saved. */
    total: money,
    units: z.int(),
    createdAt: timestamp,
    changedAt: timestamp,
    /** How long the link is good, or was. */
    linkUntil: timestamp.optional(),
    version: aggregateVersion,
  })
  .meta({ id: 'DraftOrderRow' });
export type DraftOrderRow = z.infer<typeof draftOrderRow>;

export const draftOrderPage = pageOf(draftOrderRow).meta({ id: 'DraftOrderPage' });

/** `q`: a part of the name or the e-mail address. Those changed last come first where nothing else is asked for. */
export const draftOrderQuery = z.strictObject({
  ...adminListQuery(['changed']),
  state: draftOrderState.optional(),
});
export type DraftOrderQuery = z.output<typeof draftOrderQuery>;
export type DraftOrderQueryInput = z.input<typeof draftOrderQuery>;

/** A draft with what it holds, and what that costs now. */
export const draftOrder = draftOrderRow
  .extend({
    content: draftOrderContent.extend({ shippingAddress: address }).optional(),
    basket: basket.optional(),
  })
  .meta({ id: 'DraftOrder' });
export type DraftOrder = z.infer<typeof draftOrder>;

/** What whoever has the link sees: all that they are to agree to. */
export const linkedOrder = z
  .object({
    id: orderId,
    state: z.enum(['open', 'ordered']),
    /** Absent once it is ordered, as all that follows is. */
    until: timestamp.optional(),
    shippingAddress: address.optional(),
    note: z.string().optional(),
    basket: basket.optional(),
  })
  .meta({ id: 'LinkedOrder' });
export type LinkedOrder = z.infer<typeof linkedOrder>;

/** `mayFollow`: whoever asked can see the order; others find it by the mail that confirms it. */
export const linkedOrderPaid = z.object({ orderId, mayFollow: z.boolean() }).meta({ id: 'LinkedOrderPaid' });

/** A draft for the service that mails its link. */
export const mailedDraftOrder = z
  .object({
    id: orderId,
    name: z.string(),
    email: z.string(),
    language: z.string(),
    /** The secret part of the link. */
    link: z.string(),
    until: timestamp,
    note: z.string().optional(),
    shippingAddress: z.object(address.shape),
    items: z.array(
      z.object({
        itemId,
        name: z.string(),
        names: otherNames.optional(),
        quantity: z.int(),
        pictureUrl: z.string(),
      }),
    ),
    price: priceBreakdown,
  })
  .meta({ id: 'MailedDraftOrder' });
export type MailedDraftOrder = z.infer<typeof mailedDraftOrder>;
