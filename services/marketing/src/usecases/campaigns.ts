import type { Campaign, CampaignState } from '../domain/campaign.ts';

/** Who of the staff changes something, for the audit log. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

export interface ListedCampaign extends Campaign {
  /** How many orders used its code, without those that were cancelled. */
  readonly uses: number;
  readonly changedAt: Date;
}

export interface CampaignQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
  readonly state?: CampaignState | undefined;
  /** For everybody, or for those who have a code. */
  readonly kind?: 'everybody' | 'code' | undefined;
}

/** Campaigns and coupons. What changes is announced and in the audit log, in the same transaction. */
export interface CampaignStore {
  page(query: CampaignQuery, now: Date): Promise<{ items: readonly ListedCampaign[]; totalItems: number }>;
  /** @throws {CampaignNotFound} */
  find(id: string): Promise<ListedCampaign>;
  /** @throws {CouponCodeTaken} */
  create(campaign: Campaign, by: Actor): Promise<ListedCampaign>;
  /**
   * Locks the campaign, lets `decide` look at it, and writes what it answers; undefined writes nothing.
   *
   * @throws {CampaignNotFound} and whatever `decide` throws, with nothing written.
   */
  update(
    id: string,
    by: Actor,
    {
      action,
      decide,
    }: { action: 'changed' | 'ended'; decide: (found: ListedCampaign) => Campaign | undefined },
  ): Promise<ListedCampaign>;
}
