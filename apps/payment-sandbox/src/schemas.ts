import { pageOf } from '@quayside/contracts';
import { z } from 'zod';

/** The messages below never quote the input, so a card number cannot reach a problem document or a log. */
export const cardBody = z
  .strictObject({
    number: z.string().regex(/^\d{12,19}$/, 'Must be 12 to 19 digits'),
    expiryMonth: z.int().min(1).max(12),
    expiryYear: z.int().min(2000).max(2100),
    cvc: z.string().regex(/^\d{3,4}$/, 'Must be 3 or 4 digits'),
    name: z.string().trim().min(1).max(120),
  })
  .meta({ id: 'Card' });

export const issuedToken = z
  .object({ token: z.string(), brand: z.string(), last4: z.string() })
  .meta({ id: 'IssuedToken' });

const amount = z.int().min(1).max(100_000_000_000);

const address = z.url({ protocol: /^https?$/ }).max(500);

export const chargeBody = z
  .strictObject({
    token: z.string().min(1).max(80),
    amount,
    currency: z.string().regex(/^[A-Z]{3}$/),
    reference: z.string().min(1).max(120),
    /** Where a bank sends the buyer back to, by the language of its page; English is what the others fall back to. */
    returnUrls: z.strictObject({ en: address, de: address.optional() }).optional(),
  })
  .meta({ id: 'ChargeRequest' });

/** What the buyer is to do: in a frame that the merchant shows, or on a page to which the browser goes. */
const nextAction = z
  .object({ type: z.enum(['challenge', 'redirect']), url: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'NextAction' });

export const charge = z
  .object({
    id: z.string(),
    status: z.enum(['pending', 'requires-action', 'succeeded', 'declined']),
    method: z.enum(['card', 'bank']),
    /** While the buyer is to do something. */
    nextAction: nextAction.optional(),
    amount: z.int(),
    currency: z.string(),
    reference: z.string(),
    declineReason: z.string().optional(),
    amountRefunded: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Charge' });

export const chargeList = z.object({ items: z.array(charge) }).meta({ id: 'ChargeList' });

export const books = pageOf(charge).meta({ id: 'Books' });

export const refundBody = z
  .strictObject({ charge: z.string().min(1).max(80), amount: amount.optional() })
  .meta({ id: 'RefundRequest' });

export const refund = z
  .object({
    id: z.string(),
    charge: z.string(),
    amount: z.int(),
    status: z.literal('succeeded'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Refund' });

const language = z.enum(['en', 'de']);
export type PageLanguage = z.infer<typeof language>;
/** One that it does not speak is answered in English. */
export const spoken = language.catch('en').default('en');

export const challengeAnswer = z
  .strictObject({ code: z.string().regex(/^\d{1,10}$/, 'Must be digits') })
  .meta({ id: 'ChallengeAnswer' });
export const challengeResult = z
  .object({ outcome: z.enum(['confirmed', 'refused', 'wrong']), triesLeft: z.int() })
  .meta({ id: 'ChallengeResult' });

export const bankAnswer = z
  .strictObject({ decision: z.enum(['approve', 'refuse']), language: spoken })
  .meta({ id: 'BankAnswer' });
export const wayBack = z.object({ returnTo: z.string() }).meta({ id: 'WayBack' });
