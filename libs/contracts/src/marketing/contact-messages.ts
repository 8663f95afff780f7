import { z } from 'zod';
import { languageTag } from '../shared/contact.ts';
import { idempotencyKey } from '../shared/headers.ts';
import { defineRoute } from '../shared/route.ts';

/** What somebody writes to the shop about. */
export const contactTopic = z.enum(['order', 'product', 'other']);
export type ContactTopic = z.infer<typeof contactTopic>;

/** How long each part may be, for forms too. */
export const contactLimits = { name: 120, email: 320, orderNumber: 40, text: 4000 } as const;

/** Body of `POST /api/v1/contact-messages`. What is wrong with a field is told by the field. */
export const contactMessage = z
  .strictObject({
    topic: contactTopic,
    /** As it stands on mails and papers. */
    orderNumber: z.string().max(contactLimits.orderNumber).optional(),
    name: z.string().max(contactLimits.name),
    /** Where an answer goes. */
    email: z.string().max(contactLimits.email),
    text: z.string().max(contactLimits.text),
    locale: languageTag.optional(),
  })
  .meta({ id: 'ContactMessage' });
export type ContactMessageBody = z.infer<typeof contactMessage>;

/** What can be wrong with a field: nothing in it; characters that nobody types; not what it is to be; too many addresses of pages. */
export const contactFault = z.object({
  field: z.enum(['orderNumber', 'name', 'email', 'text']),
  fault: z.enum(['missing', 'unprintable', 'invalid', 'links']),
});
export type ContactFault = z.infer<typeof contactFault>;

export const contactProblems = {
  'contact-message-invalid': {
    status: 422,
    title: 'The message lacks something, or says what cannot be sent',
  },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'contact-unavailable': { status: 503, title: 'A message cannot be taken right now', retryAfter: 1 },
} as const;

/** Writing to the shop, which answers by mail. */
export const contactRoutes = {
  sendContactMessage: defineRoute({
    method: 'post',
    path: '/api/v1/contact-messages',
    summary: 'Write to the shop: one mail to it, however often the same is sent under one key',
    audience: 'public',
    showsMoreTo: 'user',
    costs: 'contact',
    headers: idempotencyKey,
    body: contactMessage,
    answers: { 204: { description: 'The mail goes out; nothing of the message is kept after it' } },
    problems: ['contact-message-invalid', 'idempotency-key-reused', 'contact-unavailable'],
  }),
};
