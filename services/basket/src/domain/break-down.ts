import {
  adjusted,
  negate,
  sum,
  times,
  totalOf,
  totalsOf,
  type Adjustment,
  type Money,
  type PriceBreakdown,
  type ShippingPrice,
  type TaxLine,
} from '@quayside/contracts/money';
import { isCoupon, type Discount } from './campaign.ts';
import { parcelOf, shippingPrice, type Parcel } from './shipping-price.ts';
import { ratesOnGoods, ratesOnShipping, taxesOf } from './taxes-of.ts';
import type { Terms } from './terms.ts';

/** A line as far as its price is concerned. */
export interface Entry {
  readonly itemId: number;
  readonly unitPrice: Money;
  readonly quantity: number;
  /** Absent: the usual one. */
  readonly taxClass?: string | undefined;
  /** Of one unit, in grams. */
  readonly weight: number;
}

/**
 * What a basket costs and why: discounts off the lines, taxes on what is left, shipping with its own. Lines and shipping
 * add up to the total, and nothing is made or lost by rounding.
 */
export function breakDown(
  entries: readonly Entry[],
  terms: Terms,
  discount: Discount | undefined,
): PriceBreakdown {
  const drafts = entries.map((entry, at) => {
    const subtotal = times(entry.unitPrice, entry.quantity);
    const adjustments = adjustmentsOf(discount, at);
    return { ...entry, subtotal, adjustments, goods: adjusted(subtotal, adjustments) };
  });
  const taxes = taxesOfLines(drafts, terms);
  const lines = drafts.map(({ itemId, unitPrice, quantity, subtotal, adjustments }, at) => {
    const own = taxes[at] ?? [];
    const total = totalOf(subtotal, adjustments, own);
    return { itemId, unitPrice, quantity, subtotal, adjustments, taxes: own, total };
  });
  const goods = sum(
    drafts.map((draft) => draft.goods),
    terms.currency,
  );
  const shipping = shippingOf(parcelOf(entries, goods), terms);
  return { lines, shipping, totals: totalsOf(lines, shipping) };
}

function adjustmentsOf(discount: Discount | undefined, at: number): Adjustment[] {
  const share = discount?.shares[at];
  if (!discount || !share || share.amount === 0) return [];
  const { id, name, names } = discount.campaign;
  const kind = isCoupon(discount.campaign) ? 'coupon' : 'campaign';
  return [{ source: { kind, id, name, ...(names && { names }) }, amount: negate(share) }];
}

type Draft = Entry & { readonly goods: Money };

/** Lines of one tax class are taxed together. */
function taxesOfLines(drafts: readonly Draft[], terms: Terms): TaxLine[][] {
  const taxes: TaxLine[][] = drafts.map(() => []);
  const classOf = ({ taxClass = terms.usualTaxClass }: Draft): string => taxClass;
  for (const taxClass of new Set(drafts.map(classOf))) {
    const members = drafts.flatMap((draft, at) => (classOf(draft) === taxClass ? [{ draft, at }] : []));
    const amounts = members.map(({ draft }) => draft.goods);
    const found = taxesOf(amounts, ratesOnGoods(terms, taxClass), terms.soldTo.taxIncluded);
    members.forEach(({ at }, index) => (taxes[at] = found[index] ?? []));
  }
  return taxes;
}

function shippingOf(parcel: Parcel, terms: Terms): ShippingPrice {
  const { method, name, names, promisedDays } = terms.method;
  const price = shippingPrice(terms.method, parcel);
  const taxes = taxesOf([price], ratesOnShipping(terms), terms.soldTo.taxIncluded).flat();
  const total = totalOf(price, [], taxes);
  return { method, name, ...(names && { names }), price, adjustments: [], taxes, total, promisedDays };
}
