import { z } from 'zod';
import { aggregateVersion, timestamp } from '../shared/ids.ts';
import { otherNames } from '../shared/other-names.ts';

export const campaign = z
  .object({
    id: z.uuidv7(),
    name: z.string(),
    headline: z.string(),
    body: z.string(),
    /** The three in other languages. */
    names: otherNames.optional(),
    headlines: otherNames.optional(),
    bodies: otherNames.optional(),
    discountPercent: z.int().min(0).max(90),
    /** The catalog type the discount is for; absent: the whole shop. */
    typeSlug: z.string().optional(),
    startsAt: timestamp,
    endsAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof campaign>;

/** What only those have who know its code. */
export const coupon = z
  .object({
    id: z.uuidv7(),
    code: z.string(),
    name: z.string(),
    names: otherNames.optional(),
    discountPercent: z.int().min(0).max(90),
    /** The catalog type the discount is for; absent: the whole shop. */
    typeSlug: z.string().optional(),
    /** How many orders may use it, and how many of one customer; absent: any number. */
    maxUses: z.int().min(1).optional(),
    maxUsesPerCustomer: z.int().min(1).optional(),
    startsAt: timestamp,
    endsAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'Coupon' });

/** Answer of `GET /api/v1/campaigns`: those running now, the latest started first. */
export const campaignList = z.object({ items: z.array(campaign) }).meta({ id: 'CampaignList' });
export type CampaignList = z.infer<typeof campaignList>;
