import type { Basket } from '@quayside/contracts';
import type { PricedBasket } from '../domain/priced-basket.ts';
import type { UsedCoupon } from '../domain/used-coupon.ts';

/** A priced basket as the API shows it. */
export const basketBody = (basket: PricedBasket): Basket => {
  const { lines, price, terms, shippingOptions, version, campaign, coupon } = basket;
  return {
    items: [...lines],
    totals: price.totals,
    price,
    terms: {
      country: terms.soldTo.country,
      ...(terms.state && { state: terms.state.code }),
      currency: terms.currency,
      currencies: [...terms.soldTo.currencies],
      taxIncluded: terms.soldTo.taxIncluded,
      shippingMethod: terms.method.method,
      shippingMethods: [...shippingOptions],
    },
    version,
    ...(campaign && {
      campaign: { id: campaign.id, name: campaign.name, discountPercent: campaign.discountPercent },
    }),
    ...(coupon && { coupon: couponBody(coupon) }),
  };
};

const couponBody = (used: UsedCoupon): NonNullable<Basket['coupon']> => {
  if (used.state === 'over') return { code: used.code, state: 'over' };
  const { code, name, names, discountPercent } = used.coupon;
  return { code, state: used.state, name, ...(names && { names }), discountPercent };
};
