import { z } from 'zod';
import { itemId, wholeNumber } from '../shared/ids.ts';
import { defineRoute } from '../shared/route.ts';
import { confirmedStockRequest, guestStockRequest, stockLink, stockRequestList } from './stock-requests.ts';

const path = '/api/v1/stock-requests';
const byItem = z.strictObject({ itemId: wholeNumber(itemId) });
const ofItem = ['item-not-found', 'item-in-stock', 'stock-requests-unavailable'] as const;
const ofLink = ['stock-link-invalid', 'stock-requests-unavailable'] as const;

export const stockRequestProblems = {
  'item-not-found': { status: 404, title: 'No such item' },
  'item-in-stock': { status: 409, title: 'It can be had now' },
  'too-many-stock-requests': { status: 409, title: 'You wait for as much as one can' },
  'stock-link-invalid': { status: 404, title: 'The link leads nowhere, or not any more' },
  'stock-requests-unavailable': {
    status: 503,
    title: 'What people wait for is out of reach right now',
    retryAfter: 1,
  },
} as const;

/** Who wants to be told when a sold-out item is back, by one mail. */
export const stockRequestRoutes = {
  listStockRequests: defineRoute({
    method: 'get',
    path,
    summary: 'What the caller waits for, the newest first',
    audience: 'user',
    answers: { 200: { description: 'The items', schema: stockRequestList } },
    problems: ['stock-requests-unavailable'],
  }),
  requestStock: defineRoute({
    method: 'put',
    path: `${path}/:itemId`,
    summary: 'Have one mail sent when a sold-out item is back; asking again changes nothing',
    audience: 'user',
    costs: 'stock-request',
    params: byItem,
    answers: { 204: { description: 'The mail will come' } },
    problems: [...ofItem, 'too-many-stock-requests'],
  }),
  withdrawStockRequest: defineRoute({
    method: 'delete',
    path: `${path}/:itemId`,
    summary: 'Do without that mail; not having asked for it is fine',
    audience: 'user',
    params: byItem,
    answers: { 204: { description: 'No mail will come' } },
    problems: ['stock-requests-unavailable'],
  }),
  requestStockAsGuest: defineRoute({
    method: 'post',
    path,
    summary:
      'The same to an address, once whoever reads its mail confirms it; the answer is the same for every address',
    audience: 'public',
    costs: 'guest-stock-request',
    body: guestStockRequest,
    answers: { 204: { description: 'If that address may be asked, a mail asks it' } },
    problems: [...ofItem],
  }),
  confirmStockRequest: defineRoute({
    method: 'post',
    path: `${path}/confirmation`,
    summary: 'Confirm what a guest asked for, by the link that was mailed; again is fine',
    audience: 'public',
    costs: 'stock-link',
    body: stockLink,
    answers: { 200: { description: 'What the mail will be about', schema: confirmedStockRequest } },
    problems: [...ofLink],
  }),
  endStockRequests: defineRoute({
    method: 'post',
    path: `${path}/end`,
    summary: 'End all that an address or an account waits for, by the link of a mail; nothing is kept of it',
    audience: 'public',
    costs: 'stock-link',
    body: stockLink,
    answers: { 204: { description: 'No more mails of this kind' } },
    problems: [...ofLink],
  }),
};
