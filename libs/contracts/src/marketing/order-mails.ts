import { z } from 'zod';
import { idempotencyKey } from '../shared/headers.ts';
import { orderId, timestamp } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';

/** A mail about an order, for staff: never whom it goes to, nor what it says, which is asked for when it is sent. */
export const orderMail = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    /** `given-up`: the mail server refused it, or nobody could be reached for a day. */
    state: z.enum(['queued', 'sent', 'given-up']),
    /** When it was to be sent first. */
    queuedAt: timestamp,
    /** When it was sent last, or given up. */
    settledAt: timestamp.optional(),
    /** Why it was given up. */
    reason: z.string().optional(),
    /** How often staff had it sent again. */
    resends: z.int(),
    canResend: z.boolean(),
  })
  .meta({ id: 'OrderMail' });
export type OrderMail = z.infer<typeof orderMail>;

export const orderMailList = z.object({ items: z.array(orderMail) }).meta({ id: 'OrderMailList' });

export const orderMailProblems = {
  'mail-not-found': { status: 404, title: 'There is no such mail about this order' },
  'mail-resent-too-often': {
    status: 429,
    title: 'The mail was sent again too often today',
    retryAfter: 3600,
  },
  'mails-unavailable': { status: 503, title: 'Mails are out of reach right now', retryAfter: 1 },
} as const;

const path = '/api/v1/staff/orders/:id/mails';
const audience = 'support';

export const orderMailRoutes = {
  listOrderMails: defineRoute({
    method: 'get',
    path,
    summary: 'Mails about an order, the first first',
    audience,
    params: z.strictObject({ id: orderId }),
    answers: { 200: { description: 'All of them', schema: orderMailList } },
    problems: ['mails-unavailable'],
  }),
  resendOrderMail: defineRoute({
    method: 'post',
    path: `${path}/:mailId/resend`,
    summary:
      'Send a mail once more, as its order is now. One that waits already goes out once; five times a day at most',
    audience,
    params: z.strictObject({ id: orderId, mailId: z.uuid() }),
    headers: idempotencyKey,
    answers: { 200: { description: 'The mail, which waits to be sent', schema: orderMail } },
    problems: ['mail-not-found', 'mail-resent-too-often', 'mails-unavailable'],
  }),
};
