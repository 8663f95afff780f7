import { basketApi } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { MergeGuestBasket } from '../usecases/merge-guest-basket.ts';
import { basketBody } from './basket-body.ts';
import { ownerOf } from './owner-of.ts';

/** For the gateway at login, not let out to the public: needs the user's token and, in the body, the guest's. */
export const serveMerge = (api: Api, { mergeGuestBasket }: { mergeGuestBasket: MergeGuestBasket }): void =>
  api.serve(basketApi, {
    mergeGuestBasket: async ({ principal, body }) =>
      ok(basketBody(await mergeGuestBasket(ownerOf(principal), body.guestToken))),
  });
