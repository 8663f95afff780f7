import type { Coupon } from './campaign.ts';

/** How often the coupon that was read was used, and by whose basket it is. */
export interface CouponUse {
  readonly total: number;
  /** By the owner of the basket. */
  readonly own: number;
  readonly isGuest: boolean;
}

export const unused: CouponUse = { total: 0, own: 0, isGuest: false };

export const isUsedUp = ({ maxUses }: Coupon, { total }: CouponUse): boolean =>
  maxUses !== undefined && total >= maxUses;

/** Why it may not be used, where that is so: who shops as a guest could be anybody again. */
export const limitMet = (coupon: Coupon, use: CouponUse): 'used-up' | 'account' | undefined => {
  if (isUsedUp(coupon, use)) return 'used-up';
  if (coupon.maxUsesPerCustomer === undefined) return undefined;
  if (use.isGuest) return 'account';
  return use.own >= coupon.maxUsesPerCustomer ? 'used-up' : undefined;
};
