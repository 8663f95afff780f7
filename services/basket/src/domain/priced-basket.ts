import {
  sameMoney,
  subtract,
  times,
  zero,
  type Money,
  type PriceBreakdown,
  type SalesSettings,
  type ShippingMethod,
} from '@quayside/contracts/money';
import type { Basket, BasketLine } from './basket.ts';
import { breakDown } from './break-down.ts';
import { bestCampaign, isCoupon, type Campaign, type Coupon, type Discount } from './campaign.ts';
import { whatBecameOf, type UsedCoupon } from './used-coupon.ts';
import { isAvailable, type CatalogItem } from './catalog-item.ts';
import type { Choice } from './choice.ts';
import { limitMet, unused, type CouponUse } from './coupon-limits.ts';
import { priceIn } from './price-in.ts';
import { parcelOf, shippingPrice } from './shipping-price.ts';
import { termsFor, type Terms } from './terms.ts';

/** A basket with everything its prices depend on, as read in one consistent step. */
export interface BasketState {
  readonly basket: Basket;
  /** The known items among those in the basket and those asked for. */
  readonly items: ReadonlyMap<number, CatalogItem>;
  readonly campaigns: readonly Campaign[];
  /** That of the code that was asked for, else of the basket's own, as far as there is one. */
  readonly coupon?: Coupon | undefined;
  /** How often that was used. */
  readonly couponUse?: CouponUse | undefined;
  readonly settings: SalesSettings;
}

export interface PricedLine {
  readonly itemId: number;
  readonly slug: string;
  readonly name: string;
  readonly slugs?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly pictureUrl: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** The price the shopper last saw, present while it differs from `unitPrice`. */
  readonly previousUnitPrice?: Money;
  readonly available: boolean;
  readonly availableStock: number;
}

/** A way the basket could be sent, and what it would take, without what taxes are added. */
type ShippingOption = Omit<ShippingMethod, 'rates'> & { readonly price: Money };

export interface PricedBasket {
  readonly version: number;
  readonly lines: readonly PricedLine[];
  readonly price: PriceBreakdown;
  readonly terms: Terms;
  readonly shippingOptions: readonly ShippingOption[];
  readonly campaign?: Campaign;
  readonly coupon?: UsedCoupon;
}

/** An item the copy lost sight of keeps its line, so that the shopper is told instead of left wondering. */
const unknownItem = (id: number, price: Money): CatalogItem => ({
  id,
  slug: `item-${id}`,
  name: 'No longer sold',
  typeSlug: '',
  price,
  availableStock: 0,
  pictureUrl: '',
  active: false,
});

/** The known items that are in the basket. */
export const itemsIn = ({ basket, items }: Pick<BasketState, 'basket' | 'items'>): CatalogItem[] =>
  basket.lines.flatMap(({ itemId }) => items.get(itemId) ?? []);

/**
 * Prices every line at the current price in the currency of the basket, takes the best running campaign or the coupon
 * of the shopper's code off, and adds
 * taxes and shipping to where it goes: by what the shopper chose, or by `choice`.
 */
export function priceBasket(
  state: BasketState,
  now: number,
  choice: Choice = state.basket.choice,
): PricedBasket {
  const terms = termsFor(state.settings, choice, itemsIn(state));
  const { currency } = terms;
  const entries = state.basket.lines.map((line) => {
    const item = state.items.get(line.itemId) ?? unknownItem(line.itemId, line.seenPrice);
    const price = priceIn(item, currency);
    const unitPrice = price ?? lastSeen(line, currency);
    const { typeSlug, taxClass, weight = 0 } = item;
    const { itemId, quantity } = line;
    const isPriced = price !== undefined;
    return { line, item, isPriced, itemId, unitPrice, quantity, typeSlug, taxClass, weight };
  });
  const discountable = entries.map(({ typeSlug, unitPrice, quantity }) => ({
    typeSlug,
    amount: times(unitPrice, quantity),
  }));
  const typed = couponOf(state, choice)?.[0];
  const limit = typed && limitMet(typed, state.couponUse ?? unused);
  const candidates = [...state.campaigns, ...(typed && !limit ? [typed] : [])];
  const best = bestCampaign(candidates, discountable, { currency, now });
  const coupon = whatBecameOf(choice.coupon, typed, {
    best,
    limit,
    lines: discountable,
    currency,
    now,
  });
  const price = breakDown(entries, terms, best);
  const parcel = parcelOf(entries, subtract(price.totals.items, price.totals.discount));
  return {
    version: state.basket.version,
    lines: entries.map(({ line, item, isPriced, unitPrice }) => ({
      itemId: item.id,
      slug: item.slug,
      name: item.name,
      ...(item.slugs && { slugs: item.slugs }),
      ...(item.names && { names: item.names }),
      pictureUrl: item.pictureUrl,
      quantity: line.quantity,
      unitPrice,
      ...(sameMoney(unitPrice, line.seenPrice) ? {} : { previousUnitPrice: line.seenPrice }),
      available: isPriced && isAvailable(item, line.quantity),
      availableStock: item.active && isPriced ? item.availableStock : 0,
    })),
    price,
    terms,
    shippingOptions: terms.methods.map((method) => ({
      method: method.method,
      name: method.name,
      ...(method.names && { names: method.names }),
      promisedDays: method.promisedDays,
      price: shippingPrice(method, parcel),
    })),
    ...campaignIn(best),
    ...(coupon && { coupon }),
  };
}

/** None where the shopper has no code, whatever was read. */
const couponOf = ({ coupon }: BasketState, choice: Choice): readonly [Coupon] | undefined =>
  coupon && coupon.code === choice.coupon ? [coupon] : undefined;

const campaignIn = (best: Discount | undefined): { campaign?: Campaign } =>
  best && !isCoupon(best.campaign) ? { campaign: best.campaign } : {};

const lastSeen = ({ seenPrice }: BasketLine, currency: string): Money =>
  seenPrice.currency === currency ? seenPrice : zero(currency);
