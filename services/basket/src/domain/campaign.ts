import { portion } from './money.ts';

/** What the basket knows of a marketing campaign: who gets how much off, and when. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly discountPercent: number;
  /** The item type the discount is for; absent: every item. */
  readonly typeSlug?: string;
  /** Epoch milliseconds; it runs from `startsAt` up to but not including `endsAt`. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** A line as far as a discount is concerned. */
export interface DiscountableLine {
  readonly typeSlug: string;
  readonly amount: number;
}

const runs = (campaign: Campaign, now: number): boolean => campaign.startsAt <= now && now < campaign.endsAt;

/** The percentage of all matching lines together, rounded half up once, so that splitting lines changes nothing. */
export function discountOf(campaign: Campaign, lines: readonly DiscountableLine[]): number {
  const matching = lines.filter(
    (line) => campaign.typeSlug === undefined || campaign.typeSlug === line.typeSlug,
  );
  const amount = matching.reduce((sum, line) => sum + line.amount, 0);
  return portion(amount, campaign.discountPercent * 100);
}

/**
 * The one running campaign that takes most off these lines, if any takes something off. Campaigns do not add up.
 * Among equals the smaller id wins, so every replica answers the same.
 */
export function bestCampaign(
  campaigns: readonly Campaign[],
  lines: readonly DiscountableLine[],
  now: number,
): { campaign: Campaign; discount: number } | undefined {
  return campaigns
    .filter((campaign) => runs(campaign, now))
    .map((campaign) => ({ campaign, discount: discountOf(campaign, lines) }))
    .filter(({ discount }) => discount > 0)
    .sort((a, b) => b.discount - a.discount || (a.campaign.id < b.campaign.id ? -1 : 1))[0];
}
