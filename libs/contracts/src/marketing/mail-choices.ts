import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import { stockLink } from './stock-requests.ts';

/** Which mails somebody wants beside those that tell of their orders. */
export const mailChoices = z
  .strictObject({
    /** Some days after a delivery: what is it like? */
    reviewRequests: z.boolean(),
  })
  .meta({ id: 'MailChoices' });
export type MailChoices = z.infer<typeof mailChoices>;

const path = '/api/v1/mail-choices';
const chosen = { 200: { description: 'What is chosen', schema: mailChoices } };
const unavailable = ['mail-choices-unavailable'] as const;

export const mailChoiceProblems = {
  'mail-choices-unavailable': {
    status: 503,
    title: 'Which mails are wanted is out of reach right now',
    retryAfter: 1,
  },
} as const;

export const mailChoiceRoutes = {
  readMailChoices: defineRoute({
    method: 'get',
    path,
    summary: 'Which mails the caller wants',
    audience: 'user',
    answers: chosen,
    problems: [...unavailable],
  }),
  chooseMails: defineRoute({
    method: 'put',
    path,
    summary: 'Choose which mails the caller wants',
    audience: 'user',
    costs: 'stock-request',
    body: mailChoices,
    answers: chosen,
    problems: [...unavailable],
  }),
  endMails: defineRoute({
    method: 'post',
    path: `${path}/end`,
    summary: 'Want none of them any more, by the link of a mail',
    audience: 'public',
    costs: 'stock-link',
    body: stockLink,
    answers: { 204: { description: 'No more of them' } },
    problems: ['stock-link-invalid', ...unavailable],
  }),
};
