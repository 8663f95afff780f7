import type { Coupon } from './campaign.ts';
import { discountOf, isCoupon, runs, type Discount, type DiscountableLine } from './campaign.ts';

/**
 * The code that somebody typed, and what becomes of it: its discount is taken off; a campaign for everybody takes off
 * more; nothing in the basket is what it is for; it was used as often as it may be, or is for those with an account;
 * or its time is up.
 */
export type UsedCoupon =
  | { readonly state: 'applied' | 'less' | 'elsewhere' | 'used-up' | 'account'; readonly coupon: Coupon }
  | { readonly state: 'over'; readonly code: string };

/** @param coupon that of the code, where there is one still */
export const whatBecameOf = (
  code: string | undefined,
  coupon: Coupon | undefined,
  {
    best,
    limit,
    lines,
    currency,
    now,
  }: {
    best: Discount | undefined;
    limit: 'used-up' | 'account' | undefined;
    lines: readonly DiscountableLine[];
    currency: string;
    now: number;
  },
): UsedCoupon | undefined => {
  if (code === undefined) return undefined;
  if (!coupon || !runs(coupon, now)) return { state: 'over', code };
  if (limit) return { state: limit, coupon };
  if (best && isCoupon(best.campaign)) return { state: 'applied', coupon };
  const takesNothingOff = discountOf(coupon, lines, currency).discount.amount === 0;
  return { state: takesNothingOff ? 'elsewhere' : 'less', coupon };
};
