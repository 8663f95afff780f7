import { z } from 'zod';
import { adminListQuery } from '../shared/admin-list.ts';
import { couponCode } from '../shared/coupon-code.ts';
import { aggregateVersion, timestamp } from '../shared/ids.ts';
import { pageOf } from '../shared/page.ts';
import { printableLine, printableText } from '../shared/text.ts';

export const campaignId = z.uuidv7();

const department = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(120);

const inGerman = <S extends z.ZodType>(text: S) => z.strictObject({ de: text.nullable() });

/** A campaign as staff see it. */
export const adminCampaign = z
  .object({
    id: campaignId,
    name: z.string(),
    headline: z.string(),
    body: z.string(),
    /** The three in German, where they are written. */
    names: inGerman(z.string()),
    headlines: inGerman(z.string()),
    bodies: inGerman(z.string()),
    discountPercent: z.int(),
    /** The department that the discount is for; null: the whole shop. */
    typeSlug: z.string().nullable(),
    /** Whoever types it has the discount, and nobody else; null: everybody has it. */
    code: z.string().nullable(),
    /** How many orders may use the code, and how many of one customer; null: any number. */
    maxUses: z.int().nullable(),
    maxUsesPerCustomer: z.int().nullable(),
    /** How many orders used the code, without those that were cancelled. */
    uses: z.int(),
    startsAt: timestamp,
    endsAt: timestamp,
    state: z.enum(['planned', 'running', 'over']),
    changedAt: timestamp,
    version: aggregateVersion,
  })
  .meta({ id: 'AdminCampaign' });
export type AdminCampaign = z.infer<typeof adminCampaign>;

export const adminCampaignPage = pageOf(adminCampaign).meta({ id: 'AdminCampaignPage' });

const texts = {
  name: printableLine(60),
  headline: printableLine(120),
  body: printableText(1000),
};
const fields = {
  ...texts,
  names: inGerman(texts.name),
  headlines: inGerman(texts.headline),
  bodies: inGerman(texts.body),
  discountPercent: z.int().min(0).max(90),
  typeSlug: department.nullable(),
  maxUses: z.int().min(1).max(1_000_000).nullable(),
  /** Whoever uses such a code is signed in. */
  maxUsesPerCustomer: z.int().min(1).max(1000).nullable(),
  startsAt: timestamp,
  endsAt: timestamp,
};

/** Body of `POST /api/v1/admin/marketing/campaigns`. A code is given once and stays. */
export const newCampaign = z
  .strictObject({
    ...fields,
    names: fields.names.default({ de: null }),
    headlines: fields.headlines.default({ de: null }),
    bodies: fields.bodies.default({ de: null }),
    typeSlug: fields.typeSlug.default(null),
    maxUses: fields.maxUses.default(null),
    maxUsesPerCustomer: fields.maxUsesPerCustomer.default(null),
    code: couponCode.nullable().default(null),
  })
  .meta({ id: 'NewCampaign' });
export type NewCampaign = z.input<typeof newCampaign>;

/** Body of `PUT /api/v1/admin/marketing/campaigns/{id}`: absent means leave, null the whole shop or any number. */
export const campaignUpdate = z
  .strictObject(fields)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'Name at least one field to change')
  .meta({ id: 'CampaignUpdate' });
export type CampaignUpdate = z.infer<typeof campaignUpdate>;

/** Query of `GET /api/v1/admin/marketing/campaigns`; `q` is looked for in name and code. */
export const campaignListQuery = z.strictObject({
  ...adminListQuery(['name', 'starts', 'ends', 'discount', 'changed']),
  state: z.enum(['planned', 'running', 'over']).optional(),
  kind: z.enum(['everybody', 'code']).optional(),
});
export type CampaignListInput = z.input<typeof campaignListQuery>;
