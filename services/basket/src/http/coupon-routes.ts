import { basketApi } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { DropCoupon, UseCoupon } from '../usecases/use-coupon.ts';
import { basketBody } from './basket-body.ts';
import { ownerOf } from './owner-of.ts';

const noStore = { 'cache-control': 'no-store' };

/** The code that the caller's own basket is priced with. */
export const serveCoupons = (
  api: Api,
  { useCoupon, dropCoupon }: { useCoupon: UseCoupon; dropCoupon: DropCoupon },
): void =>
  api.serve(basketApi, {
    useCoupon: async ({ principal, body: { code } }) =>
      ok(basketBody(await useCoupon(ownerOf(principal), code)), noStore),
    dropCoupon: async ({ principal }) => ok(basketBody(await dropCoupon(ownerOf(principal))), noStore),
  });
