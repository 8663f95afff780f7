import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import { stockLink } from './stock-requests.ts';

/** Mails that one may do without, as their links name them. */
const endedKind = z.enum(['review-requests', 'back-in-stock']);
export type EndedKind = z.infer<typeof endedKind>;

const path = '/unsubscribe/:language/:kind';
const params = z.strictObject({ language: z.enum(['en', 'de']), kind: endedKind });

/** What stands in the `List-Unsubscribe` of a mail (RFC 8058): opened it leads to a page, posted to it ends the mails. */
export const oneClickPath = ({ language, kind }: z.infer<typeof params>, link: string): string =>
  `/unsubscribe/${language}/${kind}?${new URLSearchParams({ link })}`;

/**
 * Outside `/api`, where changes are taken only from our own pages: whoever reads the mail for somebody presses here without a
 * session. The link is the proof.
 */
export const oneClickRoutes = {
  showEndOfMails: defineRoute({
    method: 'get',
    path,
    summary: 'To the page where mails of a kind are ended by a press; looking at it ends nothing',
    audience: 'public',
    costs: 'stock-link',
    params,
    // What is not whole is told by the page, to whoever reads it.
    query: z.strictObject({ link: z.string().max(500).optional() }),
    answers: { 303: { description: 'The page' } },
  }),
  endMailsByOneClick: defineRoute({
    method: 'post',
    path,
    summary:
      'End mails of a kind, as the program that reads mail does it for somebody (RFC 8058); again is fine',
    audience: 'public',
    costs: 'stock-link',
    params,
    query: stockLink,
    upload: { types: ['application/x-www-form-urlencoded', 'multipart/form-data'], maxBytes: 2000 },
    answers: { 204: { description: 'No more of them' } },
    problems: ['stock-link-invalid', 'mail-choices-unavailable', 'stock-requests-unavailable'],
  }),
};
