import { allocate, compare, portion, sum, zero, type Money } from '@quayside/contracts/money';

/** What the basket knows of a marketing campaign: who gets how much off, and when. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly discountPercent: number;
  /** The item type the discount is for; absent: every item. */
  readonly typeSlug?: string;
  /** Epoch milliseconds; it runs from `startsAt` up to but not including `endsAt`. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A campaign for those who type its code. */
export interface Coupon extends Campaign {
  readonly code: string;
  /** How many orders may use it, and how many of one customer; absent: any number. */
  readonly maxUses?: number;
  readonly maxUsesPerCustomer?: number;
}

/** A line as far as a discount is concerned. */
export interface DiscountableLine {
  readonly typeSlug: string;
  readonly amount: Money;
}

/** What a campaign takes off, and its share of each line. */
export interface Discount {
  readonly campaign: Campaign | Coupon;
  readonly discount: Money;
  readonly shares: readonly Money[];
}

export const isCoupon = (campaign: Campaign | Coupon): campaign is Coupon => 'code' in campaign;

export const runs = (campaign: Campaign, now: number): boolean =>
  campaign.startsAt <= now && now < campaign.endsAt;

/**
 * The percentage of all matching lines together, rounded half up once, so that splitting lines changes nothing; and
 * divided over them.
 */
export function discountOf(
  campaign: Campaign | Coupon,
  lines: readonly DiscountableLine[],
  currency: string,
): Discount {
  const matching = lines.map(({ typeSlug, amount }) =>
    campaign.typeSlug === undefined || campaign.typeSlug === typeSlug ? amount : zero(currency),
  );
  const discount = portion(sum(matching, currency), campaign.discountPercent * 100, 'half-up');
  const shares = allocate(
    discount,
    matching.map(({ amount }) => amount),
  );
  return { campaign, discount, shares };
}

/**
 * The one running campaign or coupon that takes most off these lines, if any takes something off. They do not add up.
 * Among equals the coupon that somebody took the trouble to type wins, then the smaller id, so every replica answers the
 * same.
 */
export const bestCampaign = (
  campaigns: readonly (Campaign | Coupon)[],
  lines: readonly DiscountableLine[],
  { currency, now }: { currency: string; now: number },
): Discount | undefined =>
  campaigns
    .filter((campaign) => runs(campaign, now))
    .map((campaign) => discountOf(campaign, lines, currency))
    .filter(({ discount }) => discount.amount > 0)
    .sort(
      (a, b) =>
        compare(b.discount, a.discount) || couponFirst(a, b) || (a.campaign.id < b.campaign.id ? -1 : 1),
    )[0];

const couponFirst = (a: Discount, b: Discount): number =>
  Number(isCoupon(b.campaign)) - Number(isCoupon(a.campaign));
