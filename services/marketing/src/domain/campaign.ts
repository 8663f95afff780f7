import {
  LimitWithoutCode,
  CampaignWithoutTime,
  CouponWithoutDiscount,
  StaleVersion,
} from './campaign-errors.ts';

type InOtherLanguages = Readonly<Record<string, string>>;

/** A message of the shop for a time, with or without a discount. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly headline: string;
  readonly body: string;
  /** The three in other languages, by ISO 639-1. */
  readonly names?: InOtherLanguages;
  readonly headlines?: InOtherLanguages;
  readonly bodies?: InOtherLanguages;
  readonly discountPercent: number;
  /** The catalog type the discount is for; absent: the whole shop. */
  readonly typeSlug?: string;
  /** Only whoever types it has the discount; absent: everybody has it. */
  readonly code?: string;
  /** How many orders may use the code, and how many of one customer; absent: any number. */
  readonly maxUses?: number;
  readonly maxUsesPerCustomer?: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly version: number;
}

/** Absent means leave; null means the whole shop, any number, or no other language. */
export interface CampaignChange {
  readonly name?: string | undefined;
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  readonly names?: InOtherLanguages | null | undefined;
  readonly headlines?: InOtherLanguages | null | undefined;
  readonly bodies?: InOtherLanguages | null | undefined;
  readonly discountPercent?: number | undefined;
  readonly typeSlug?: string | null | undefined;
  readonly maxUses?: number | null | undefined;
  readonly maxUsesPerCustomer?: number | null | undefined;
  readonly startsAt?: Date | undefined;
  readonly endsAt?: Date | undefined;
}

export type CampaignState = 'planned' | 'running' | 'over';

export const stateOf = (
  { startsAt, endsAt }: Pick<Campaign, 'startsAt' | 'endsAt'>,
  now: Date,
): CampaignState => {
  if (endsAt <= now) return 'over';
  return startsAt <= now ? 'running' : 'planned';
};

/** @throws {CampaignWithoutTime | CouponWithoutDiscount | LimitWithoutCode} */
export const sound = (campaign: Campaign): Campaign => {
  if (campaign.endsAt <= campaign.startsAt) throw new CampaignWithoutTime();
  if (campaign.code !== undefined && campaign.discountPercent === 0) throw new CouponWithoutDiscount();
  const isLimited = campaign.maxUses !== undefined || campaign.maxUsesPerCustomer !== undefined;
  if (campaign.code === undefined && isLimited) throw new LimitWithoutCode();
  return campaign;
};

const requireVersion = (campaign: Campaign, expectedVersion: number): void => {
  if (campaign.version !== expectedVersion) throw new StaleVersion(campaign);
};

/**
 * The campaign after a change; undefined where nothing changes.
 *
 * @throws {StaleVersion | CampaignWithoutTime | CouponWithoutDiscount | LimitWithoutCode}
 */
export const changeCampaign = (
  campaign: Campaign,
  change: CampaignChange,
  expectedVersion: number,
): Campaign | undefined => {
  requireVersion(campaign, expectedVersion);
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const wanted = Object.entries({ ...campaign, ...Object.fromEntries(given) });
  const after = sound(
    Object.fromEntries(wanted.filter(([, value]) => value !== null)) as unknown as Campaign,
  );
  if (isSame(campaign, after)) return undefined;
  return { ...after, version: campaign.version + 1 };
};

/**
 * The campaign when it ends at this moment; undefined where it is over. What has not started begins and ends at once.
 *
 * @throws {StaleVersion}
 */
export const endCampaign = (campaign: Campaign, now: Date, expectedVersion: number): Campaign | undefined => {
  requireVersion(campaign, expectedVersion);
  if (campaign.endsAt <= now) return undefined;
  const startsAt = new Date(Math.min(campaign.startsAt.getTime(), now.getTime() - 1));
  return { ...campaign, startsAt, endsAt: now, version: campaign.version + 1 };
};

const isSame = (one: Campaign, other: Campaign): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
