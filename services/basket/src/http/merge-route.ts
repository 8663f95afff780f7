import { basket } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import { z } from 'zod';
import type { MergeGuestBasket } from '../usecases/merge-guest-basket.ts';
import { basketBody } from './basket-body.ts';
import { ownerOf } from './owner-of.ts';

/** For the gateway at login, not routed to the public: needs the user's token and, in the body, the guest's. */
export function addMergeRoute(api: Api, { mergeGuestBasket }: { mergeGuestBasket: MergeGuestBasket }): void {
  api.route({
    method: 'post',
    path: '/internal/v1/basket/merge',
    summary: 'Move the basket of the guest that signed in into the basket of the user',
    tags: ['internal'],
    auth: {},
    body: z.strictObject({ guestToken: z.string().min(1).max(4096) }),
    responses: { 200: { description: 'The basket of the user', schema: basket } },
    problems: ['guest-token-invalid', 'basket-contended', 'basket-unavailable'],
    handler: async ({ principal, body }) =>
      ok(basketBody(await mergeGuestBasket(ownerOf(principal), body.guestToken))),
  });
}
