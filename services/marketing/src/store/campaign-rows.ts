import type { ClientBase } from 'pg';
import type { Campaign } from '../domain/campaign.ts';
import type { ListedCampaign } from '../usecases/campaigns.ts';

export interface CampaignRow extends Omit<ListedCampaign, 'typeSlug' | 'code'> {
  typeSlug: string | null;
  code: string | null;
}

export const campaignColumns = `id, name, headline, body, discount_percent AS "discountPercent",
  type_slug AS "typeSlug", code, starts_at AS "startsAt", ends_at AS "endsAt", version, changed_at AS "changedAt"`;

export const toCampaign = ({ typeSlug, code, ...row }: CampaignRow): ListedCampaign => ({
  ...row,
  ...(typeSlug !== null && { typeSlug }),
  ...(code !== null && { code }),
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
];

/** Resolves to false where the conflict clause kept it from being written. */
export const insertCampaign = async (
  tx: ClientBase,
  campaign: Campaign,
  onConflict = '',
): Promise<boolean> => {
  const { rowCount } = await tx.query(
    `INSERT INTO campaigns (id, name, headline, body, discount_percent, type_slug, starts_at, ends_at, version, code)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ${onConflict}`,
    [...valuesOf(campaign), campaign.code ?? null],
  );
  return rowCount === 1;
};

/** A code stays what it was. */
export const updateCampaign = async (tx: ClientBase, campaign: Campaign): Promise<void> => {
  await tx.query(
    `UPDATE campaigns SET name = $2, headline = $3, body = $4, discount_percent = $5, type_slug = $6,
                          starts_at = $7, ends_at = $8, version = $9, changed_at = now()
      WHERE id = $1`,
    valuesOf(campaign),
  );
};
