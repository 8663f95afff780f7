import { choose } from '../domain/basket.ts';
import { runs } from '../domain/campaign.ts';
import { isUsedUp, unused } from '../domain/coupon-limits.ts';
import { CouponNotValid } from '../domain/errors.ts';
import { priceBasket, type PricedBasket } from '../domain/priced-basket.ts';
import type { BasketStore, Owner } from './ports.ts';

interface Dependencies {
  store: BasketStore;
  now: () => Date;
}

/** The currency stays, so no price is another one than was seen. */
const samePrices = () => undefined;

/** Uses a code in place of any other; answers the basket priced with it. */
export const createUseCoupon =
  ({ store, now }: Dependencies) =>
  /** @throws {CouponNotValid} */
  async (owner: Owner, code: string): Promise<PricedBasket> => {
    const state = await store.update(
      owner,
      ({ basket, coupon, couponUse = unused }) => {
        const isValid =
          coupon?.code === code && runs(coupon, now().getTime()) && !isUsedUp(coupon, couponUse);
        if (!isValid) throw new CouponNotValid();
        return choose(basket, { ...basket.choice, coupon: code }, samePrices);
      },
      { coupon: code },
    );
    return priceBasket(state, now().getTime());
  };

/** Does without a code; answers the basket priced so. */
export const createDropCoupon =
  ({ store, now }: Dependencies) =>
  async (owner: Owner): Promise<PricedBasket> => {
    const state = await store.update(owner, ({ basket }) => {
      const { coupon: _dropped, ...others } = basket.choice;
      return choose(basket, others, samePrices);
    });
    return priceBasket(state, now().getTime());
  };

export type UseCoupon = ReturnType<typeof createUseCoupon>;
export type DropCoupon = ReturnType<typeof createDropCoupon>;
