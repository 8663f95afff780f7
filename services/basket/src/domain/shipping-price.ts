import { moneyOf, zero, type Money, type ShippingMethod, type ShippingTier } from '@quayside/contracts/money';

/** What is sent: its worth after discounts, and its weight in grams. */
export interface Parcel {
  readonly goods: Money;
  readonly weight: number;
  readonly isEmpty: boolean;
}

export const parcelOf = (
  entries: readonly { readonly weight: number; readonly quantity: number }[],
  goods: Money,
): Parcel => ({
  goods,
  weight: entries.reduce((total, { weight, quantity }) => total + weight * quantity, 0),
  isEmpty: entries.length === 0,
});

/** What a method takes for a parcel, by the worth and the weight of what is in it; nothing for nothing. */
export function shippingPrice({ rates, method }: ShippingMethod, { goods, weight, isEmpty }: Parcel): Money {
  const { currency, amount } = goods;
  if (isEmpty) return zero(currency);
  const rate = rates.find((one) => one.currency === currency);
  if (!rate) throw new Error(`${method} has no price in ${currency}`);
  const surcharge = rate.byWeight ? tierOf(rate.byWeight, weight) : 0;
  return moneyOf(tierOf(rate.byTotal, amount) + surcharge, currency);
}

function tierOf(tiers: readonly ShippingTier[], figure: number): number {
  const tier = tiers.find(({ from, below }) => from <= figure && (below === undefined || figure < below));
  if (!tier) throw new Error(`No shipping tier for ${figure}`);
  return tier.price;
}
