import type { ClientBase } from 'pg';
import type { Campaign } from '../domain/campaign.ts';
import type { ListedCampaign } from '../usecases/campaigns.ts';

type Translated = 'names' | 'headlines' | 'bodies';

export interface CampaignRow extends Omit<
  ListedCampaign,
  'typeSlug' | 'code' | 'maxUses' | 'maxUsesPerCustomer' | Translated
> {
  typeSlug: string | null;
  code: string | null;
  maxUses: number | null;
  maxUsesPerCustomer: number | null;
  names: Record<string, string>;
  headlines: Record<string, string>;
  bodies: Record<string, string>;
}

const written = <K extends Translated>(key: K, texts: Record<string, string>) =>
  (Object.keys(texts).length > 0 ? { [key]: texts } : {}) as Partial<Record<K, Record<string, string>>>;

export const campaignColumns = `id, name, headline, body, names, headlines, bodies, discount_percent AS "discountPercent",
  type_slug AS "typeSlug", code, max_uses AS "maxUses", max_uses_per_customer AS "maxUsesPerCustomer",
  CASE WHEN code IS NULL THEN 0 ELSE (
    SELECT count(*)::int FROM coupon_uses LEFT JOIN sold_orders ON sold_orders.id = order_id
     WHERE coupon_uses.code = campaigns.code AND sold_orders.cancelled IS NOT TRUE) END AS uses,
  starts_at AS "startsAt", ends_at AS "endsAt", version, changed_at AS "changedAt"`;

export const toCampaign = ({
  typeSlug,
  code,
  maxUses,
  maxUsesPerCustomer,
  names,
  headlines,
  bodies,
  ...row
}: CampaignRow): ListedCampaign => ({
  ...row,
  ...written('names', names),
  ...written('headlines', headlines),
  ...written('bodies', bodies),
  ...(typeSlug !== null && { typeSlug }),
  ...(code !== null && { code }),
  ...(maxUses !== null && { maxUses }),
  ...(maxUsesPerCustomer !== null && { maxUsesPerCustomer }),
});

const valuesOf = (campaign: Campaign) => [
  campaign.id,
  campaign.name,
  campaign.headline,
  campaign.body,
  campaign.discountPercent,
  campaign.typeSlug ?? null,
  campaign.startsAt,
  campaign.endsAt,
  campaign.version,
  campaign.maxUses ?? null,
  campaign.maxUsesPerCustomer ?? null,
  campaign.names ?? {},
  campaign.headlines ?? {},
  campaign.bodies ?? {},
];

/** Resolves to false where the conflict clause kept it from being written. */
export const insertCampaign = async (
  tx: ClientBase,
  campaign: Campaign,
  onConflict = '',
): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `INSERT INTO campaigns (id, name, headline, body, discount_percent, type_slug, starts_at, ends_at, version, max_uses,
                            max_uses_per_customer, names, headlines, bodies, code)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ${onConflict}`,
    [...valuesOf(campaign), campaign.code ?? null],
  );
  return rowCount === 1;
};

/** A code stays what it was. */
export const updateCampaign = async (tx: ClientBase, campaign: Campaign): Promise<void> => {
  await tx.query(
    `UPDATE campaigns SET name = $2, headline = $3, body = $4, discount_percent = $5, type_slug = $6,
                          starts_at = $7, ends_at = $8, version = $9, max_uses = $10, max_uses_per_customer = $11,
                          names = $12, headlines = $13, bodies = $14, changed_at = now()
      WHERE id = $1`,
    valuesOf(campaign),
  );
};
